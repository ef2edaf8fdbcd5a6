import { createHash } from 'node:crypto';
import type { Queue, QueuePolicy } from 'pg-boss';
import type { JobDefinition, JobPolicy } from './define-job.ts';

/** The only schema of the queue. Nothing of it is in Prisma's. */
export const queueSchema = 'pgboss';
/** Where pg-boss's workers listen; the payload names the queue. It is pg-boss's own name for this schema. */
export const queueChannel = `pgboss_${createHash('sha224').update(queueSchema).digest('hex').slice(0, 24)}`;

/** Where jobs go that were given up, of all queues. */
export const deadLetterQueue = 'queue.dead';

/** pg-boss ends a batch by itself a little later than we end a job in it: it would fail the finished siblings too. */
export const expiryMarginSeconds = 15;

const policyNames = {
  any: 'standard',
  'one-waiting': 'short',
  'one-running': 'singleton',
  'one-at-all': 'exclusive',
} satisfies Record<JobPolicy['only'], QueuePolicy>;

export function queueOptionsOf({ policy }: JobDefinition): Omit<Queue, 'name'> {
  return {
    policy: policyNames[policy.only],
    retryLimit: policy.retries,
    retryDelay: policy.backoffSeconds,
    retryBackoff: true,
    retryDelayMax: policy.backoffCapSeconds,
    expireInSeconds: policy.expireInSeconds + expiryMarginSeconds,
    heartbeatSeconds: policy.heartbeatSeconds,
    deleteAfterSeconds: policy.keepDoneSeconds,
    retentionSeconds: 14 * 86_400,
    deadLetter: deadLetterQueue,
    // Not pg-boss's own NOTIFY, which it sends inside the producer's transaction: see lib/bell.ts.
    notify: false,
  };
}

export const deadLetterOptions: Omit<Queue, 'name'> = { policy: 'standard', retentionSeconds: 90 * 86_400 };
