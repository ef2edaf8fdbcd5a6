import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { testDatabase } from '#/tests/support/database.ts';
import { defineJob } from './define-job.ts';
import { enqueue } from './enqueue.ts';
import { handleJob } from './handle-job.ts';
import { installQueue } from './install.ts';
import { startQueue } from './start-queue.ts';

const victims: ChildProcess[] = [];
afterAll(() => {
  for (const victim of victims) victim.kill('SIGKILL');
});

/** Lets a real process take the job, kills it there, and returns. */
async function killTheOneWhoTook(url: string, name: string, heartbeatSeconds: number): Promise<void> {
  const script = join(import.meta.dirname, '../../tests/support/queue-victim.ts');
  const victim = spawn(process.execPath, [script, url, name, String(heartbeatSeconds)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  victims.push(victim);
  const [said] = await once(victim.stdout, 'data');
  expect(String(said)).toBe('taken\n');
  victim.kill('SIGKILL');
  await once(victim, 'exit');
}

describe('a job of a worker that was killed -9', () => {
  it('is run again by another, in real time', { timeout: 60_000 }, async () => {
    const { deps, url } = await testDatabase();
    await installQueue(deps.pool);
    // The shortest heartbeat that pg-boss takes, so that the test is short.
    const job = defineJob({ name: 'test.killed', payload: z.object({}), policy: { heartbeatSeconds: 10 } });
    await enqueue(deps.pool, job, {});
    await killTheOneWhoTook(url, job.name, 10);
    const killedAtMs = performance.now();
    const attempts: number[] = [];
    const worker = await startQueue(deps, [handleJob(job, async (_, { attempt }) => void attempts.push(attempt))], {
      everySeconds: 1,
      pollSeconds: 1,
    });
    await expect.poll(() => attempts, { timeout: 30_000 }).toEqual([2]);
    expect(performance.now() - killedAtMs).toBeLessThan(20_000);
    await worker.stop(1_000);
  });

  it('is run again within 120 s under the default policy', { timeout: 60_000 }, async () => {
    const { deps, clock, url } = await testDatabase({ env: { TEST_CLOCK_URL: 'http://127.0.0.1:9/clock' } });
    await installQueue(deps.pool);
    const job = defineJob({ name: 'test.killed', payload: z.object({}) });
    await enqueue(deps.pool, job, {});
    await killTheOneWhoTook(url, job.name, job.policy.heartbeatSeconds);
    let attempt = 0;
    const worker = await startQueue(deps, [handleJob(job, async (_, run) => void (attempt = run.attempt))]);
    // Time goes by in steps, each long enough for what became due to be done.
    let passedSeconds = 0;
    await expect
      .poll(
        () => {
          if (attempt === 0) clock.setOffset((passedSeconds += 2) * 1000);
          return attempt;
        },
        { timeout: 30_000, interval: 200 },
      )
      .toBe(2);
    expect(passedSeconds).toBeLessThanOrEqual(120);
    await worker.stop(1_000);
  });
});
