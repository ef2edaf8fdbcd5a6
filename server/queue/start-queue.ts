import { PgBoss } from 'pg-boss';
import { clockAsTimers } from '#/server/lib/clock-as-timers.ts';
import type { Deps } from '#/server/lib/deps.ts';
import { moveBossClock, movedClockSession } from './boss-clock.ts';
import { supervision } from './define-job.ts';
import type { HandledJob } from './handle-job.ts';
import { installQueue } from './install.ts';
import { deadLetterOptions, deadLetterQueue, queueOptionsOf, queueSchema } from './queue-options.ts';
import { runJobs } from './run-jobs.ts';

export interface QueueWorker {
  /** Takes no new job; running ones may end within `graceMs`, the others are given back. */
  stop(graceMs: number): Promise<void>;
}
export type QueueDeps = Pick<Deps, 'config' | 'pool' | 'clock' | 'log'>;

/** Starts handling. Any number of workers may do so side by side on one database. */
export async function startQueue(
  deps: QueueDeps,
  handled: readonly HandledJob[],
  timing = supervision,
): Promise<QueueWorker> {
  const { clock, log } = deps;
  await installQueue(deps.pool);
  const movedClock = deps.config.testClockUrl === null ? null : await moveBossClock(deps);
  const boss = new PgBoss({
    connectionString: deps.config.database.url.reveal(),
    application_name: 'stardesk-queue',
    connectionTimeoutMillis: deps.config.database.poolTimeoutMs,
    max: 5,
    schema: queueSchema,
    createSchema: false,
    useListenNotify: true,
    superviseIntervalSeconds: timing.everySeconds,
    monitorIntervalSeconds: timing.everySeconds,
    clock: clockAsTimers(clock),
    ...(movedClock && { options: movedClockSession }),
  });
  boss.on('error', (error) => log.error({ event: 'queue_error', err: error }));
  boss.on('warning', ({ message, data }) => log.warn({ event: 'queue_warning', message, data }));
  await boss.start();
  const leaving = new AbortController();
  try {
    await makeQueues(boss, handled);
    for (const one of handled) await work(boss, one);
  } catch (error) {
    movedClock?.stop();
    await boss.stop({ graceful: false }).catch(() => {});
    throw error;
  }
  return { stop };

  async function work(boss: PgBoss, one: HandledJob): Promise<void> {
    const { concurrency } = one.job.policy;
    // Two jobs a fetch: with one, pg-boss waits for its poll after each job, however many there are.
    const batchSize = 2;
    await boss.work(
      one.job.name,
      {
        batchSize,
        burstWhenBatchFull: true,
        localConcurrency: Math.max(1, Math.ceil(concurrency / batchSize)),
        includeMetadata: true,
        perJobResults: true,
        pollingIntervalSeconds: timing.pollSeconds,
      },
      (jobs) => runJobs({ boss, clock, log, leaving: leaving.signal }, one, jobs),
    );
  }

  async function stop(graceMs: number): Promise<void> {
    const grace = clock.after(graceMs, () => leaving.abort());
    // Waits for the handlers: those that the grace ends come back at once.
    await Promise.all(handled.map(({ job }) => boss.offWork(job.name, { wait: true })));
    grace.cancel();
    movedClock?.stop();
    await boss.stop({ graceful: false });
  }
}

async function makeQueues(boss: PgBoss, handled: readonly HandledJob[]): Promise<void> {
  await boss.createQueue(deadLetterQueue, deadLetterOptions);
  for (const { job } of handled) {
    const options = queueOptionsOf(job);
    const existing = await boss.getQueue(job.name);
    if (!existing) await boss.createQueue(job.name, options);
    else if (existing.policy !== options.policy)
      throw new Error(`job ${job.name}: policy.only cannot change, rename it`);
    else {
      const { policy: _, ...changeable } = options;
      await boss.updateQueue(job.name, changeable);
    }
    if (job.schedule) await boss.schedule(job.name, job.schedule);
    else await boss.unschedule(job.name);
  }
}
