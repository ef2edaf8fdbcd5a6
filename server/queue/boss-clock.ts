import type { AttachableClock, Clock as BossClock } from 'pg-boss';
import { clockAsTimers } from '#/server/lib/clock-as-timers.ts';
import type { Deps } from '#/server/lib/deps.ts';

type BossClockDeps = Pick<Deps, 'config' | 'clock' | 'log'>;
const pushEveryMs = 1_000;

/** pg-boss on our clock. Where tests move the clock, the database's idea of now moves with it. */
export function bossClock(deps: BossClockDeps): BossClock {
  return deps.config.testClockUrl === null ? clockAsTimers(deps.clock) : movableBossClock(deps);
}

/**
 * Every statement of pg-boss asks `job_now()`; sessions with pg-boss's own setting for that read our shift in it.
 * Others (a producer's transaction) stay at real time, which only makes a new job look older than it is.
 */
function movableBossClock({ clock, log }: BossClockDeps): AttachableClock {
  return {
    ...clockAsTimers(clock),
    async attach({ db, schema }) {
      await db.executeSql(`
        BEGIN;
        SELECT pg_advisory_xact_lock(hashtext('stardesk test clock'));
        CREATE TABLE IF NOT EXISTS ${schema}.moved_clock (only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row), shift interval NOT NULL);
        INSERT INTO ${schema}.moved_clock (shift) VALUES ('0') ON CONFLICT DO NOTHING;
        CREATE OR REPLACE FUNCTION ${schema}.job_now() RETURNS timestamp with time zone LANGUAGE sql STABLE AS $$
          SELECT pg_catalog.now() + CASE WHEN current_setting('pgboss.test_clock', true) = 'on'
            THEN (SELECT shift FROM ${schema}.moved_clock) ELSE interval '0' END;
        $$;
        COMMIT;`);
      const push = () =>
        db
          .executeSql(`UPDATE ${schema}.moved_clock SET shift = to_timestamp($1) - clock_timestamp()`, [
            clock.nowMs() / 1000,
          ])
          .catch((error: unknown) => log.warn({ err: error }, 'the queue did not follow the test clock'));
      await push();
      // A clock that is moved by more than this fires it at once.
      const pushing = clock.every(pushEveryMs, () => void push());
      return {
        async [Symbol.asyncDispose]() {
          pushing.cancel();
        },
      };
    },
  };
}
