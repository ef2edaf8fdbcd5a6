import type { JobResult, JobWithMetadata, PgBoss } from 'pg-boss';
import type { Clock } from '#/server/lib/clock.ts';
import type { Log } from '#/server/lib/log.ts';
import { metrics } from '#/server/lib/metrics.ts';
import { withSpan } from '#/server/lib/tracing.ts';
import { type HandledJob, NoUseRetrying } from './handle-job.ts';
import { queueSchema } from './queue-options.ts';

type BossJob = JobWithMetadata<unknown>;
type Outcome = 'done' | 'failed' | 'given-up' | 'given-back';
interface Ended {
  readonly outcome: Outcome;
  readonly error?: unknown;
}

export interface RunJobsDeps {
  readonly boss: Pick<PgBoss, 'complete' | 'fail' | 'getDb'>;
  readonly clock: Clock;
  readonly log: Log;
  /** Aborts when the worker must be gone: jobs still running are given back. */
  readonly leaving: AbortSignal;
}

/**
 * Runs what one fetch brought. Each job is settled as it ends: a quick one beside a slow one must not run again
 * because the worker died in between.
 */
export async function runJobs(deps: RunJobsDeps, handled: HandledJob, jobs: readonly BossJob[]): Promise<JobResult[]> {
  const isSerial = handled.job.policy.concurrency === 1;
  const results: JobResult[] = [];
  if (isSerial) for (const job of jobs) results.push(await runJob(deps, handled, job));
  else results.push(...(await Promise.all(jobs.map((job) => runJob(deps, handled, job)))));
  return results;
}

async function runJob(deps: RunJobsDeps, handled: HandledJob, job: BossJob): Promise<JobResult> {
  const startedMs = deps.clock.monotonicMs();
  const { outcome, error } = await withSpan(`job ${job.name}`, { 'job.queue': job.name, 'job.id': job.id }, () =>
    attempt(deps, handled, job),
  );
  // Settled here, once. What is returned settles nothing more: pg-boss completes active jobs of this very attempt only.
  if (outcome === 'done') await deps.boss.complete(job.name, job);
  if (outcome === 'failed') await deps.boss.fail(job.name, job, { message: messageOf(error) });
  if (outcome === 'given-back') await giveBack(deps, job);
  const ms = deps.clock.monotonicMs() - startedMs;
  const isLast = outcome === 'given-up' || (outcome === 'failed' && job.retryCount >= job.retryLimit);
  metrics()
    .jobs.labels(job.name, isLast ? 'dead' : outcome)
    .observe(ms / 1000);
  deps.log[error === undefined ? 'info' : isLast ? 'error' : 'warn']({
    event: 'job',
    job: job.name,
    id: job.id,
    attempt: job.retryCount + 1,
    outcome: isLast ? 'dead' : outcome,
    waitedMs: Math.max(0, job.startedOn.getTime() - Math.max(job.createdOn.getTime(), job.startAfter.getTime())),
    ms: Math.round(ms * 10) / 10,
    ...(error !== undefined && { err: error }),
  });
  return { id: job.id, status: outcome === 'given-up' ? 'deadletter' : 'completed', output: outputOf(error) };
}

async function attempt({ clock, leaving }: RunJobsDeps, handled: HandledJob, job: BossJob): Promise<Ended> {
  if (leaving.aborted) return { outcome: 'given-back' };
  const payload = handled.job.payload.safeParse(job.data ?? {});
  if (!payload.success) return { outcome: 'given-up', error: payload.error };
  const deadline = clock.deadline(handled.job.policy.expireInSeconds * 1000);
  const signal = AbortSignal.any([job.signal, deadline.signal, leaving]);
  const run = { id: job.id, attempt: job.retryCount + 1, signal };
  try {
    return await Promise.race([
      handled.handle(payload.data, run).then((): Ended => ({ outcome: 'done' })),
      // A handler that does not listen is left behind; its claim is not.
      aborted(leaving).then((): Ended => ({ outcome: 'given-back' })),
      aborted(deadline.signal).then((): Ended => ({ outcome: 'failed', error: deadline.signal.reason })),
    ]);
  } catch (error) {
    if (leaving.aborted) return { outcome: 'given-back' };
    return { outcome: error instanceof NoUseRetrying ? 'given-up' : 'failed', error };
  } finally {
    deadline.cancel();
  }
}

/**
 * As if it had not been started: another worker takes it at once, and the attempt does not count. `started_on` stays,
 * so that the next claim gets a new number and nothing of this one can settle it any more.
 */
async function giveBack({ boss }: RunJobsDeps, job: BossJob): Promise<void> {
  await boss.getDb().executeSql(
    `UPDATE ${queueSchema}.job SET state = 'retry', retry_limit = retry_limit + 1, heartbeat_on = NULL,
       start_after = ${queueSchema}.job_now()
     WHERE name = $1 AND id = $2 AND state = 'active' AND retry_count = $3`,
    [job.name, job.id, job.retryCount],
  );
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}

/** What the admin reads of a failure. No stack and no cause: those are in the log, which is redacted. */
function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 500);
}
function outputOf(error: unknown): object | undefined {
  return error === undefined ? undefined : { message: messageOf(error) };
}
