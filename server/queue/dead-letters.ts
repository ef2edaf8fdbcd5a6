import { wakeAfterCommit } from '#/server/lib/bell.ts';
import type { Deps } from '#/server/lib/deps.ts';
import { bossDatabase } from './executor.ts';
import { deadLetterQueue, queueChannel, queueSchema } from './queue-options.ts';
import { withSender } from './sender.ts';

export interface DeadLetter {
  readonly id: string;
  readonly queue: string;
  readonly payload: unknown;
  /** What the last attempt said. */
  readonly message: string;
  readonly attempts: number;
  readonly enqueuedAt: Date;
  readonly diedAt: Date;
}
type QueueDeps = Pick<Deps, 'pool'>;

/** Newest first. */
export async function listDeadLetters({ pool }: QueueDeps, { limit }: { limit: number }): Promise<DeadLetter[]> {
  const { rows } = await pool.query<DeadLetter>(
    `SELECT id, source_name AS queue, data AS payload,
            coalesce(source_output->>'message', source_output->'value'->>'message', '') AS message,
            coalesce(source_retry_count, 0) + 1 AS attempts,
            coalesce(source_created_on, created_on) AS "enqueuedAt", created_on AS "diedAt"
     FROM ${queueSchema}.job WHERE name = $1 AND state < 'active' ORDER BY created_on DESC, id LIMIT $2`,
    [deadLetterQueue, limit],
  );
  return rows;
}

/** Back into their queues with all their attempts. Returns how many went; a letter that is gone is not an error. */
export async function retryDeadLetters({ pool }: QueueDeps, { ids }: { ids: readonly string[] }): Promise<number> {
  const { rows } = await pool.query<{ queue: string }>(
    `SELECT DISTINCT source_name AS queue FROM ${queueSchema}.job WHERE name = $1 AND id = ANY($2::uuid[])`,
    [deadLetterQueue, ids],
  );
  // Before the first worker there is not even the queue of letters, and pg-boss would throw.
  if (rows.length === 0) return 0;
  const count = await withSender(bossDatabase(pool), (boss) => boss.redrive(deadLetterQueue, { ids: [...ids] }));
  for (const { queue } of rows) wakeAfterCommit(pool, queueChannel, queue);
  return count;
}

/** Thrown away, for good. */
export async function discardDeadLetters({ pool }: QueueDeps, { ids }: { ids: readonly string[] }): Promise<number> {
  const { rowCount } = await pool.query(`DELETE FROM ${queueSchema}.job WHERE name = $1 AND id = ANY($2::uuid[])`, [
    deadLetterQueue,
    ids,
  ]);
  return rowCount ?? 0;
}
