import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { keepUpdates } from '#/server/bot/inbox/data.ts';
import { updateOf } from '#/server/bot/inbox/read-update.ts';
import { notify } from '#/server/notify/service.ts';
import { enqueue } from '#/server/queue/enqueue.ts';
import { sweepUsers } from '#/server/users/jobs.ts';
import { BotApiServer } from '#/tests/support/bot-api-server.ts';
import { testDatabase } from '#/tests/support/database.ts';
import { messageUpdate } from '#/tests/support/updates.ts';

const telegram = await BotApiServer.start();
afterAll(() => telegram.stop());
const { deps, url } = await testDatabase();
const eventually = { timeout: 15_000, interval: 20 };
const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

interface Worker {
  readonly child: ChildProcess;
  readonly lines: Record<string, unknown>[];
  said(event: string): Record<string, unknown> | undefined;
}
function start(env: Record<string, string> = {}): Worker {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts')], {
    env: {
      NODE_ENV: 'production',
      PATH: process.env.PATH ?? '',
      DATABASE_URL: url,
      SECRET_KEY: 'x'.repeat(32),
      BOT_TOKEN: telegram.token,
      TELEGRAM_API_ROOT: telegram.root,
      PUBLIC_URL: 'https://desk.example.org',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const lines: Record<string, unknown>[] = [];
  let rest = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    const parts = (rest + chunk.toString()).split('\n');
    rest = parts.pop() ?? '';
    lines.push(...parts.map((line) => JSON.parse(line)));
  });
  return { child, lines, said: (event) => lines.find((line) => line.event === event) };
}
async function started(worker: Worker): Promise<string> {
  await expect.poll(() => worker.said('worker_started'), eventually).toBeTruthy();
  return `http://127.0.0.1:${worker.said('worker_started')?.httpPort}`;
}
async function stopped(worker: Worker, signal: NodeJS.Signals = 'SIGTERM') {
  const startedMs = performance.now();
  const exit = once(worker.child, 'exit');
  worker.child.kill(signal);
  const [code] = await exit;
  return { code, ms: performance.now() - startedMs };
}
const ask = async (address: string) => {
  const answer = await fetch(address);
  return { status: answer.status, text: await answer.text() };
};

describe('the worker process', { timeout: 60_000 }, () => {
  it('beats, runs jobs, handles updates, sends messages, and goes with exit code 0 and no trace', async () => {
    const worker = start();
    const address = await started(worker);
    const beats = await deps.db.workerBeat.findMany();
    expect(beats).toMatchObject([{ role: 'worker', pid: worker.child.pid, httpPort: Number(new URL(address).port) }]);
    await enqueue(deps.pool, sweepUsers, {});
    await expect.poll(() => worker.lines.find(({ job }) => job === sweepUsers.name)?.outcome, eventually).toBe('done');
    await keepUpdates(
      deps.pool,
      700n,
      [updateOf(messageUpdate(1, '/help'))].flatMap((one) => one ?? []),
    );
    const said = () => telegram.callsOf('sendMessage').map(({ body }) => body.chat_id);
    await expect.poll(said, eventually).toEqual([1000]);
    await notify(deps.db, { key: 'k', chatId: 77n, kind: 'text', payload: { text: 'x' }, now: deps.clock.now() });
    await expect.poll(said, eventually).toEqual([1000, '77']);
    expect(await ask(`${address}/healthz`)).toEqual({ status: 200, text: 'ok' });
    expect((await ask(`${address}/metrics`)).text).toContain(
      'stardesk_job_seconds_count{queue="users.sweep",outcome="done"} 1',
    );
    expect((await ask(`${address}/anything`)).status).toBe(404);
    const { code, ms } = await stopped(worker);
    expect(code).toBe(0);
    expect(ms).toBeLessThan(4_000);
    expect(await deps.db.workerBeat.count()).toBe(0);
  });

  it('goes on when PostgreSQL cuts all its connections', async () => {
    const worker = start();
    await started(worker);
    await expect.poll(() => worker.said('bot_started'), eventually).toBeTruthy();
    telegram.reset();
    await deps.pool.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND application_name LIKE 'stardesk-%' AND application_name <> 'stardesk-test'`,
    );
    const ran = () => worker.lines.filter(({ job, outcome }) => job === sweepUsers.name && outcome === 'done').length;
    const before = ran();
    await enqueue(deps.pool, sweepUsers, {});
    await keepUpdates(
      deps.pool,
      700n,
      [updateOf(messageUpdate(2, '/help'))].flatMap((one) => one ?? []),
    );
    await expect.poll(ran, { timeout: 30_000 }).toBe(before + 1);
    await expect.poll(() => telegram.callsOf('sendMessage').length, eventually).toBe(1);
    expect((await stopped(worker, 'SIGINT')).code).toBe(0);
  });

  it('waits for a database that is not there, answering why it is not ready, and still goes when told', async () => {
    const worker = start({ DATABASE_URL: 'postgresql://app:app@127.0.0.1:9/nowhere' });
    await expect.poll(() => worker.said('worker_not_started'), eventually).toBeTruthy();
    expect(worker.child.exitCode).toBeNull();
    const { code, ms } = await stopped(worker);
    expect(code).toBe(0);
    expect(ms).toBeLessThan(10_000);
  });

  it('names every fault of its configuration and stays up instead of falling again and again', async () => {
    const worker = start({ DATABASE_URL: 'mysql://x', SECRET_KEY: 'short', PORT: 'abc' });
    await expect
      .poll(
        () => worker.lines.filter(({ event }) => event === 'configuration.fault').map(({ variable }) => variable),
        eventually,
      )
      .toEqual(expect.arrayContaining(['DATABASE_URL', 'SECRET_KEY', 'PORT']));
    expect(worker.child.exitCode).toBeNull();
    expect((await stopped(worker)).code).toBe(0);
  });
});
