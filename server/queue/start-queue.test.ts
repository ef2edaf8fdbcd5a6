import { afterEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { testDatabase } from '#/tests/support/database.ts';
import { discardDeadLetters, listDeadLetters, retryDeadLetters } from './dead-letters.ts';
import { defineJob, type JobPolicy, supervision } from './define-job.ts';
import { enqueue } from './enqueue.ts';
import { type HandledJob, handleJob, type JobRun, NoUseRetrying } from './handle-job.ts';
import { type QueueWorker, startQueue } from './start-queue.ts';
import { queueStats } from './stats.ts';

const { deps, logLines } = await testDatabase();
const workers: QueueWorker[] = [];
const eventually = { timeout: 15_000, interval: 20 };
const payload = z.object({ n: z.number().max(1e9) });
const job = (name: string, policy: Partial<JobPolicy> = {}) => defineJob({ name, payload, policy });

async function start(...handled: HandledJob[]): Promise<QueueWorker> {
  // Looks for waiting jobs every second: a second attempt comes without a wake-up.
  const worker = await startQueue(deps, handled, { ...supervision, pollSeconds: 1 });
  workers.push(worker);
  return worker;
}
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.stop(1_000)));
});

describe('a queue worker', () => {
  it('handles what was enqueued before it came and what comes later, with one wide line each', async () => {
    const greet = job('test.greet');
    const seen: number[] = [];
    await start(); // installs
    await enqueue(deps.db, greet, { n: 1 });
    await start(handleJob(greet, async ({ n }) => void seen.push(n)));
    await expect.poll(() => seen, eventually).toEqual([1]);
    await enqueue(deps.db, greet, { n: 2 });
    await expect.poll(() => seen, eventually).toEqual([1, 2]);
    const lines = () =>
      logLines.map((line) => JSON.parse(line)).filter((line) => line.event === 'job' && line.job === greet.name);
    await expect.poll(() => lines().length, eventually).toBe(2);
    expect(lines()[0]).toMatchObject({ outcome: 'done', attempt: 1 });
  });

  it('handles each job once when several workers share a queue', async () => {
    const count = job('test.count');
    const seen: number[] = [];
    const handled = handleJob(count, async ({ n }) => void seen.push(n));
    await Promise.all([start(handled), start(handled), start(handled)]);
    await Promise.all(Array.from({ length: 300 }, (_, n) => enqueue(deps.pool, count, { n })));
    await expect.poll(() => seen.length, eventually).toBe(300);
    expect(new Set(seen).size).toBe(300);
  });

  it('runs the jobs of a queue one after another where the policy says so', async () => {
    const serial = job('test.serial', { concurrency: 1 });
    let running = 0;
    let most = 0;
    let done = 0;
    await start(
      handleJob(serial, async () => {
        most = Math.max(most, ++running);
        await deps.pool.query('SELECT pg_sleep(0.01)');
        running--;
        done++;
      }),
    );
    await Promise.all(Array.from({ length: 10 }, (_, n) => enqueue(deps.pool, serial, { n })));
    await expect.poll(() => done, eventually).toBe(10);
    expect(most).toBe(1);
  });

  it('settles a quick job while its slow neighbour of the same fetch still runs', async () => {
    const mixed = job('test.mixed', { concurrency: 2 });
    const { promise: slowMayEnd, resolve: endSlow } = Promise.withResolvers<void>();
    await start();
    await enqueue(deps.db, mixed, { n: 0 });
    await enqueue(deps.db, mixed, { n: 1 });
    await start(handleJob(mixed, async ({ n }) => (n === 0 ? slowMayEnd : undefined)));
    const states = async () =>
      (
        await deps.pool.query(`SELECT state::text FROM pgboss.job WHERE name = $1 ORDER BY state`, [mixed.name])
      ).rows.map(({ state }) => state);
    await expect.poll(states, eventually).toEqual(['active', 'completed']);
    endSlow();
    await expect.poll(states, eventually).toEqual(['completed', 'completed']);
  });

  it('tries again with backoff, then makes a dead letter that the admin reads, sends again or throws away', async () => {
    const fragile = job('test.fragile', { retries: 1, backoffSeconds: 1, backoffCapSeconds: 1 });
    let broken = true;
    const attempts: number[] = [];
    await start(
      handleJob(fragile, async (_, { attempt }) => {
        attempts.push(attempt);
        if (broken) throw new Error('the upstream said no');
      }),
    );
    await enqueue(deps.db, fragile, { n: 7 });
    await expect.poll(() => listDeadLetters(deps, { limit: 10 }), eventually).toHaveLength(1);
    expect(attempts).toEqual([1, 2]);
    const [letter] = await listDeadLetters(deps, { limit: 10 });
    expect(letter).toMatchObject({
      queue: fragile.name,
      payload: { n: 7 },
      message: 'the upstream said no',
      attempts: 2,
    });
    expect(await queueStats(deps)).toContainEqual(
      expect.objectContaining({ queue: fragile.name, failed: 1, queued: 0, active: 0 }),
    );
    broken = false;
    expect(await retryDeadLetters(deps, { ids: [letter?.id ?? ''] })).toBe(1);
    await expect.poll(() => attempts, eventually).toEqual([1, 2, 1]);
    expect(await listDeadLetters(deps, { limit: 10 })).toEqual([]);
  });

  it('gives up at once where trying again has no use, and on a payload that no longer fits', async () => {
    const hopeless = job('test.hopeless');
    let runs = 0;
    await start(
      handleJob(hopeless, async () => {
        runs++;
        throw new NoUseRetrying('this check was deleted');
      }),
    );
    await enqueue(deps.db, hopeless, { n: 1 });
    await deps.pool.query(
      `INSERT INTO pgboss.job (name, data, dead_letter, policy) VALUES ($1, '{"n":"old"}', 'queue.dead', 'standard')`,
      [hopeless.name],
    );
    await expect.poll(() => listDeadLetters(deps, { limit: 10 }), { ...eventually }).toHaveLength(2);
    expect(runs).toBe(1);
    const ids = (await listDeadLetters(deps, { limit: 10 })).map(({ id }) => id);
    expect(await discardDeadLetters(deps, { ids })).toBe(2);
  });

  it('counts a handler that never ends as failed when its time is over', async () => {
    const stuck = job('test.stuck', { expireInSeconds: 1, retries: 0 });
    let signal: AbortSignal | undefined;
    await start(
      handleJob(stuck, (_, run) => {
        signal = run.signal;
        return new Promise(() => {});
      }),
    );
    await enqueue(deps.db, stuck, { n: 1 });
    await expect.poll(() => listDeadLetters(deps, { limit: 10 }), eventually).toHaveLength(1);
    expect(signal?.aborted).toBe(true);
    await discardDeadLetters(deps, { ids: (await listDeadLetters(deps, { limit: 10 })).map(({ id }) => id) });
  });

  it('gives a running job back when it stops: another worker takes it, and no attempt is lost', async () => {
    const long = job('test.long', { retries: 1, backoffSeconds: 1, backoffCapSeconds: 1 });
    const runs: JobRun[] = [];
    const first = await start(
      handleJob(long, (_, run) => {
        runs.push(run);
        return new Promise(() => {});
      }),
    );
    await enqueue(deps.db, long, { n: 1 });
    await vi.waitUntil(() => runs.length === 1, eventually);
    await first.stop(100);
    expect(runs[0]?.signal.aborted).toBe(true);
    let failures = 0;
    await start(
      handleJob(long, async () => {
        failures++;
        throw new Error('no');
      }),
    );
    await expect.poll(() => listDeadLetters(deps, { limit: 10 }), eventually).toHaveLength(1);
    expect(failures).toBe(2);
    await discardDeadLetters(deps, { ids: (await listDeadLetters(deps, { limit: 10 })).map(({ id }) => id) });
  });

  it('lets a running job end when it stops in time', async () => {
    const brief = job('test.brief');
    const { promise: mayEnd, resolve: end } = Promise.withResolvers<void>();
    let isRunning = false;
    let isDone = false;
    const worker = await start(
      handleJob(brief, async () => {
        isRunning = true;
        await mayEnd;
        isDone = true;
      }),
    );
    await enqueue(deps.db, brief, { n: 1 });
    await vi.waitUntil(() => isRunning, eventually);
    const stopped = worker.stop(10_000);
    end();
    await stopped;
    expect(isDone).toBe(true);
    const { rows } = await deps.pool.query(`SELECT state::text FROM pgboss.job WHERE name = $1`, [brief.name]);
    expect(rows).toEqual([{ state: 'completed' }]);
  });
});

describe('with a moved clock', () => {
  it('runs a job of later when that time has come', async () => {
    const moved = await testDatabase({ env: { TEST_CLOCK_URL: 'http://127.0.0.1:9/clock' } });
    const later = job('test.later');
    let done = 0;
    const worker = await startQueue(moved.deps, [handleJob(later, async () => void done++)]);
    workers.push(worker);
    await enqueue(moved.deps.db, later, { n: 1 }, { startAfter: new Date(moved.clock.nowMs() + 11 * 60_000) });
    await enqueue(moved.deps.db, later, { n: 2 });
    await expect.poll(() => done, eventually).toBe(1);
    moved.clock.setOffset(11 * 60_000 + 1_000);
    await expect.poll(() => done, eventually).toBe(2);
  });
});
