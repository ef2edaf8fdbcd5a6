import type { z } from 'zod';

/**
 * Words of this room.
 * - job: one piece of work that outlives the request that asked for it; a row in PostgreSQL.
 * - definition: a job's name, payload and policy. Web and worker know it; only the worker knows its handler.
 * - handler: what is done. A job may be handled more than once (a worker died after the effect, before the mark),
 *   so an effect carries a key of its own.
 * - dead letter: a job that was given up after its last attempt; the admin sees it and may send it again.
 */
export interface JobPolicy {
  /** Attempts after the first one. */
  readonly retries: number;
  /** Before the second attempt; doubles with each further one, with jitter, up to `backoffCapSeconds`. */
  readonly backoffSeconds: number;
  /** At most 60: a job of a killed worker must be running again within 120 s, whichever attempt it was at. */
  readonly backoffCapSeconds: number;
  /** A handler that still runs after this is given up and the attempt counts as failed. */
  readonly expireInSeconds: number;
  /** A worker that did not beat for this long is taken for dead and its jobs start again. */
  readonly heartbeatSeconds: number;
  /** Jobs of this queue at once in one worker process; 1: strictly one after another. */
  readonly concurrency: number;
  /** How long a done job stays, and with it the knowledge that its id was already enqueued. */
  readonly keepDoneSeconds: number;
  /** Where `singletonKey` matters: of the jobs with one key, only one may wait / run / exist. */
  readonly only: 'any' | 'one-waiting' | 'one-running' | 'one-at-all';
}

export interface JobDefinition<Schema extends z.ZodType = z.ZodType> {
  /** `domain.verb` */
  readonly name: string;
  readonly payload: Schema;
  readonly policy: JobPolicy;
  /** Cron expression (UTC): enqueued by itself with an empty payload, once whatever the number of workers. */
  readonly schedule: string | null;
}

export const defaultPolicy: JobPolicy = {
  retries: 5,
  backoffSeconds: 1,
  backoffCapSeconds: 60,
  expireInSeconds: 300,
  heartbeatSeconds: 20,
  concurrency: 4,
  keepDoneSeconds: 86_400,
  only: 'any',
};

/** Supervision of the queue, in seconds: who looks for dead workers, and how often a waiting job is looked for. */
export const supervision = { everySeconds: 10, pollSeconds: 5 };

/**
 * `payload` holds ids, never secrets: it lies open in the database and in backups.
 * Its input must be JSON (amounts and Telegram ids as strings); the handler gets what the schema makes of it.
 */
export function defineJob<Schema extends z.ZodType>(definition: {
  name: string;
  payload: Schema;
  policy?: Partial<JobPolicy>;
  schedule?: string;
}): JobDefinition<Schema> {
  if (!/^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/.test(definition.name))
    throw new Error(`job ${definition.name}: domain.verb`);
  const policy = { ...defaultPolicy, ...definition.policy };
  const boundSeconds = recoveryBoundSeconds(policy);
  if (boundSeconds > 120) throw new Error(`job ${definition.name}: resumes only after ${boundSeconds} s; 120 at most`);
  return { name: definition.name, payload: definition.payload, policy, schedule: definition.schedule ?? null };
}

/** From the kill of a worker to the next run of its job, at worst. */
export function recoveryBoundSeconds(policy: JobPolicy): number {
  // One round of supervision may just have passed, and the next comes a round trip late: two rounds.
  return (
    policy.heartbeatSeconds + 2 * supervision.everySeconds + policy.backoffCapSeconds + 2 * supervision.pollSeconds
  );
}
