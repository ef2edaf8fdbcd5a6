import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findFreePort } from '#/scripts/database/embedded/free-port.ts';
import { project } from '#/scripts/project.ts';
import type { ChildPlan } from '#/scripts/start/child.ts';
import { type FirstSteps, prepareFirstSteps } from '#/scripts/start/first-steps.ts';
import { productionPlans } from '#/scripts/start/product.ts';

const startsWithinMs = 60_000;
const stopsWithinMs = 10_000;
const lifeline = pathToFileURL(project.inRoot('scripts/start/lifeline.mjs')).href;

/** The whole product as `npm start` runs it: production web, worker, simulated world, on a database of its own. */
export interface Product {
  readonly url: string;
  readonly databaseUrl: string;
  /** What the processes were started with: for a script that must see the same database and keys. */
  readonly env: Readonly<Record<string, string>>;
  /** The demo's sign-in and the one-time link of the first admin, as the start's screen shows them. */
  readonly firstSteps: FirstSteps;
  readonly pids: Readonly<Partial<Record<ChildPlan['name'], number>>>;
  stop(): Promise<void>;
}
export interface ProductOptions {
  readonly databaseUrl: string;
  /** Names the log files in test-results/logs. */
  readonly name: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Without a worker there is no readiness: /healthz is waited for instead. */
  readonly worker?: boolean;
}

export async function startProduct({ databaseUrl, name, env = {}, worker = true }: ProductOptions): Promise<Product> {
  const address = { host: '127.0.0.1', port: await findFreePort(20_000 + Math.floor(Math.random() * 20_000)) };
  const url = `http://127.0.0.1:${address.port}`;
  const environment = {
    // Nothing of the machine's own configuration reaches the product under test, by Next's reading of .env neither.
    PATH: process.env.PATH ?? '',
    HOME: process.env.HOME ?? '',
    __NEXT_PROCESSED_ENV: 'true',
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    DEMO: '1',
    PUBLIC_URL: url,
    DATABASE_URL: databaseUrl,
    DATABASE_POOL_SIZE: '8',
    DATABASE_MAX_OVERFLOW: '0',
    SECRET_KEY: 'end-to-end-tests-only-end-to-end-tests-only',
    LOG_LEVEL: 'info',
    ...env,
  };
  const plans = productionPlans(environment, address);
  const wanted = [plans.web, worker ? plans.worker : null, plans.sandbox].filter((plan) => plan !== null);
  const processes = wanted.map((plan) => start(plan, name));
  const stop = async () => {
    await Promise.all(processes.map(end));
  };
  try {
    const probe = `${url}${wanted.some((plan) => plan.name === 'worker') ? '/readyz' : '/healthz'}`;
    const [firstSteps] = await Promise.all([
      prepareFirstSteps(environment, AbortSignal.timeout(startsWithinMs)),
      untilYes(probe, processes),
    ]);
    const pids = Object.fromEntries(processes.map(({ plan, child }) => [plan.name, child.pid]));
    return { url, databaseUrl, env: environment, firstSteps, pids, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

interface Started {
  readonly plan: ChildPlan;
  readonly child: ChildProcess;
  readonly log: string;
}

function start(plan: ChildPlan, name: string): Started {
  const folder = project.inRoot('test-results', 'logs');
  mkdirSync(folder, { recursive: true });
  const log = join(folder, `${name}-${plan.name}.log`);
  const file = openSync(log, 'w');
  const child = spawn(process.execPath, ['--import', lifeline, ...plan.args], {
    cwd: project.root,
    env: { ...plan.environment, STARDESK_LIFELINE: '3' } as unknown as NodeJS.ProcessEnv,
    // The pipe is its lifeline: when the test runner is killed, so is what it started.
    stdio: ['ignore', file, file, 'pipe'],
    detached: true,
  });
  closeSync(file);
  return { plan, child, log };
}

async function untilYes(probe: string, processes: readonly Started[]): Promise<void> {
  const deadline = performance.now() + startsWithinMs;
  let last = 'nothing';
  while (performance.now() < deadline) {
    const ended = processes.find(({ child }) => hasEnded(child));
    if (ended) throw new Error(`${ended.plan.name} ended by itself\n${tailOf(ended)}`);
    try {
      const answer = await fetch(probe, { signal: AbortSignal.timeout(2000) });
      if (answer.ok) return;
      last = `${answer.status} ${await answer.text()}`;
    } catch (error) {
      last = String(error);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${probe} never said yes, last: ${last}\n${processes.map(tailOf).join('\n')}`);
}

const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null;
const tailOf = ({ plan, log }: Started) => `--- ${plan.name}\n${readFileSync(log, 'utf8').slice(-3000)}`;

async function end({ child }: Started): Promise<void> {
  if (!hasEnded(child)) {
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    const timer = setTimeout(() => endGroup(child), stopsWithinMs);
    await ended;
    clearTimeout(timer);
  }
  endGroup(child);
}

/** Whatever it started and left. */
function endGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch {
    // Nobody left: as it should be.
  }
}
