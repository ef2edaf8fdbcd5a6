import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const startsWithinMs = 60_000;
const stopsWithinMs = 10_000;

/** The whole product as people run it: web and worker, built for production, on a database of its own. */
export interface Product {
  readonly url: string;
  readonly databaseUrl: string;
  /** What the processes were started with: for a script that must see the same database and keys. */
  readonly env: Readonly<Record<string, string>>;
  readonly webPid: number;
  readonly workerPid: number | null;
  stop(): Promise<void>;
}
export interface ProductOptions {
  readonly databaseUrl: string;
  /** Names the log files in test-results/logs. */
  readonly name: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly worker?: boolean;
}

export async function startProduct({ databaseUrl, name, env = {}, worker = true }: ProductOptions): Promise<Product> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const environment = {
    DEMO: '1',
    HOST: '127.0.0.1',
    PORT: String(port),
    PUBLIC_URL: url,
    DATABASE_URL: databaseUrl,
    DATABASE_POOL_SIZE: '8',
    DATABASE_MAX_OVERFLOW: '0',
    SECRET_KEY: 'end-to-end-tests-only-end-to-end-tests-only',
    LOG_LEVEL: 'info',
    ...env,
  };
  const next = join(root, 'node_modules/next/dist/bin/next');
  const processes = [
    start(`${name}-web`, [next, 'start', '--port', String(port), '--hostname', '127.0.0.1'], environment),
  ];
  if (worker && existsSync(join(root, 'worker/main.ts'))) {
    processes.push(start(`${name}-worker`, [join(root, 'worker/main.ts')], environment));
  }
  const stop = async () => {
    await Promise.all(processes.map(end));
  };
  try {
    await untilReady(url, processes);
  } catch (error) {
    await stop();
    throw error;
  }
  const [web, workerProcess] = processes;
  return {
    url,
    databaseUrl,
    env: environment,
    webPid: web?.child.pid ?? 0,
    workerPid: workerProcess?.child.pid ?? null,
    stop,
  };
}

interface Started {
  readonly name: string;
  readonly child: ChildProcess;
  readonly log: string;
}

function start(name: string, args: readonly string[], env: Record<string, string>): Started {
  const log = join(root, 'test-results/logs', `${name}.log`);
  mkdirSync(dirname(log), { recursive: true });
  const file = openSync(log, 'w');
  const child = spawn(process.execPath, args, {
    cwd: root,
    // Nothing of the machine's own configuration reaches the product under test.
    env: { NODE_ENV: 'production', PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', ...env },
    stdio: ['ignore', file, file],
  });
  return { name, child, log };
}

async function untilReady(url: string, processes: readonly Started[]): Promise<void> {
  const deadline = performance.now() + startsWithinMs;
  let last = 'nothing';
  while (performance.now() < deadline) {
    for (const { name, child, log } of processes) {
      if (child.exitCode !== null || child.signalCode !== null) {
        throw new Error(
          `${name} ended (${child.exitCode ?? child.signalCode}):\n${readFileSync(log, 'utf8').slice(-4000)}`,
        );
      }
    }
    try {
      const answer = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2000) });
      if (answer.ok || answer.status === 404) return;
      last = `${answer.status} ${await answer.text()}`;
    } catch (error) {
      last = String(error);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const logs = processes.map(({ name, log }) => `--- ${name}\n${readFileSync(log, 'utf8').slice(-3000)}`);
  throw new Error(`${url}/readyz never said yes, last: ${last}\n${logs.join('\n')}`);
}

async function end({ child }: Started): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), stopsWithinMs);
  await ended;
  clearTimeout(timer);
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
