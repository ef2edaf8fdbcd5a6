import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Explained } from '#/scripts/bootstrap/explained.mjs';
import { say } from '#/scripts/terminal/say.ts';
import { program, programEnvironment } from './binaries.ts';
import { findFreePort } from './free-port.ts';
import type { Home } from './home.ts';
import { type LiveServer, readServerState } from './server-state.ts';

const usualPort = { main: 54_329, test: 54_429, bench: 54_529 };
const lockRetryMs = 5_000;
const startMs = 60_000;
const logLimitBytes = 10_000_000;

export type Settings = Readonly<Record<string, string | number>>;

/** Takes over the server that runs on this data, or starts one. */
export async function runServer(home: Home, settings: Settings, port = usualPort[home.cluster]): Promise<LiveServer> {
  const giveUpAt = performance.now() + lockRetryMs;
  for (;;) {
    const live = await settledState(home.data);
    if (live) return live;
    const outcome = await start(home, settings, port);
    if (outcome.kind === 'running') return outcome.server;
    // After kill -9 its own children hold shared memory for a moment; and a port may go to somebody between look and use.
    const passes = /lock file|shared memory|Address already in use|could not bind/i.test(outcome.said);
    if (!passes || performance.now() > giveUpAt)
      throw new Explained(say('postgres.startFailed', { why: outcome.said }));
    await sleep(200);
  }
}

/** A server that is coming up is waited for; one that is going down is waited out. */
async function settledState(data: string): Promise<LiveServer | null> {
  const giveUpAt = performance.now() + startMs;
  for (;;) {
    const state = readServerState(data);
    if (!state || state.ready || performance.now() > giveUpAt) return state;
    await sleep(50);
  }
}

type Outcome = { kind: 'running'; server: LiveServer } | { kind: 'ended'; said: string };

async function start(home: Home, settings: Settings, wantedPort: number): Promise<Outcome> {
  const port = await findFreePort(wantedPort);
  const logPath = path.join(home.folder, 'server.log');
  const logFrom = rotate(logPath);
  const log = openSync(logPath, 'a', 0o600);
  const all: Settings = {
    port,
    listen_addresses: '127.0.0.1',
    // No socket file: its path may be too long, and its folder would need a place of its own.
    unix_socket_directories: '',
    max_connections: 200,
    timezone: 'UTC',
    cluster_name: 'stardesk',
    log_min_messages: 'warning',
    log_line_prefix: '%m [%p] %a ',
    ...settings,
  };
  const args = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(program(home.binaries, 'postgres'), ['-D', home.data, ...args], {
    ...home.user,
    cwd: home.folder,
    // A session of its own: Ctrl-C in the terminal is for us, who stop it last.
    detached: true,
    stdio: ['ignore', log, log],
    env: programEnvironment,
  });
  closeSync(log);
  child.unref();
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()).once('error', () => resolve()));
  const giveUpAt = performance.now() + startMs;
  while (performance.now() < giveUpAt) {
    const state = readServerState(home.data);
    if (state?.pid === child.pid && state?.ready) return { kind: 'running', server: state };
    if (await Promise.race([ended.then(() => true), sleep(25).then(() => false)])) break;
  }
  return { kind: 'ended', said: readFileSync(logPath, 'utf8').slice(logFrom).trim().slice(-2000) };
}

/** Returns where this start's lines begin. */
function rotate(file: string): number {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size < logLimitBytes) return size;
  renameSync(file, `${file}.1`);
  return 0;
}
