import type { Deps } from '#/server/lib/deps.ts';
import { deadLetterQueue, queueSchema } from './queue-options.ts';

export interface QueueStats {
  readonly queue: string;
  /** May run now. */
  readonly queued: number;
  /** Wait for their time: a later start, or the next attempt. */
  readonly deferred: number;
  readonly active: number;
  /** Dead letters that came from this queue and still lie there. */
  readonly failed: number;
  /** Age of the oldest job that may run and does not. */
  readonly oldestSeconds: number;
}

/** Counted now, not read from pg-boss's cache: that one is only renewed while a worker lives. */
export async function queueStats({ pool }: Pick<Deps, 'pool'>): Promise<QueueStats[]> {
  const { rows } = await pool.query<QueueStats>(
    `WITH now AS (SELECT ${queueSchema}.job_now() AS now),
     waiting AS (
       SELECT name, count(*) FILTER (WHERE start_after <= now)::int AS queued,
              count(*) FILTER (WHERE start_after > now)::int AS deferred,
              max(extract(epoch FROM now - greatest(created_on, start_after))) FILTER (WHERE start_after <= now) AS oldest
       FROM ${queueSchema}.job, now WHERE state < 'active' AND NOT blocked AND name <> $1 GROUP BY name
     ),
     active AS (SELECT name, count(*)::int AS active FROM ${queueSchema}.job WHERE state = 'active' GROUP BY name),
     dead AS (SELECT source_name AS name, count(*)::int AS failed FROM ${queueSchema}.job WHERE name = $1 GROUP BY 1)
     SELECT name AS queue, coalesce(queued, 0) AS queued, coalesce(deferred, 0) AS deferred,
            coalesce(active, 0) AS active, coalesce(failed, 0) AS failed,
            coalesce(oldest, 0)::float8 AS "oldestSeconds"
     FROM ${queueSchema}.queue LEFT JOIN waiting USING (name) LEFT JOIN active USING (name) LEFT JOIN dead USING (name)
     WHERE name <> $1 AND name NOT LIKE '\\_\\_pgboss%' ORDER BY name`,
    [deadLetterQueue],
  );
  return rows;
}
