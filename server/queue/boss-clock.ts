import type { Deps } from '#/server/lib/deps.ts';
import { queueSchema } from './queue-options.ts';

type BossClockDeps = Pick<Deps, 'pool' | 'clock' | 'log'>;
const pushEveryMs = 1_000;

/** What a session sets to see the moved time; pg-boss's own connections do. */
export const movedClockSession = '-c stardesk.moved_clock=on';

/**
 * Where tests move the clock (TEST_CLOCK_URL), the database's idea of now moves with it: every statement of pg-boss asks
 * `job_now()`. Other sessions, a producer's transaction say, stay at real time, which only makes a job look older.
 */
export async function moveBossClock({ pool, clock, log }: BossClockDeps): Promise<{ stop(): void }> {
  // One message of several statements is one transaction.
  await pool.query(`
    SELECT pg_advisory_xact_lock(hashtext('stardesk moved clock'));
    CREATE TABLE IF NOT EXISTS ${queueSchema}.moved_clock
      (only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row), shift interval NOT NULL);
    INSERT INTO ${queueSchema}.moved_clock (shift) VALUES ('0') ON CONFLICT DO NOTHING;
    CREATE OR REPLACE FUNCTION ${queueSchema}.job_now() RETURNS timestamp with time zone LANGUAGE sql STABLE AS $$
      SELECT pg_catalog.now() + CASE WHEN current_setting('stardesk.moved_clock', true) = 'on'
        THEN (SELECT shift FROM ${queueSchema}.moved_clock) ELSE interval '0' END;
    $$;`);
  const push = () =>
    pool
      .query(`UPDATE ${queueSchema}.moved_clock SET shift = to_timestamp($1) - clock_timestamp()`, [
        clock.nowMs() / 1000,
      ])
      .catch((error: unknown) => log.warn({ err: error }, 'the queue did not follow the test clock'));
  await push();
  // A clock that is moved by more than this fires it at once.
  const pushing = clock.every(pushEveryMs, () => void push());
  return { stop: () => pushing.cancel() };
}
