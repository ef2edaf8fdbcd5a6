import { openConnection } from '#/server/lib/db.ts';
import type { Deps } from '#/server/lib/deps.ts';

type HoldDeps = Pick<Deps, 'config' | 'clock' | 'log'>;

const tryEveryMs = 2_000;
const pulseMs = 5_000;

/**
 * Of all processes one does `work`, for as long as its connection lives; when it dies or stops, another takes over
 * within seconds. The lock belongs to the connection: PostgreSQL lets go of it, whatever becomes of the process.
 */
export function holdLock(
  deps: HoldDeps,
  name: string,
  work: (signal: AbortSignal) => Promise<void>,
): { stop(): Promise<void> } {
  const { config, clock, log } = deps;
  const stopping = new AbortController();

  async function holdOnce(): Promise<void> {
    const client = openConnection(config.database, 'stardesk-lock');
    const lost = new AbortController();
    client.once('end', () => lost.abort());
    client.once('error', () => lost.abort());
    // A dead socket is noticed by asking; the server has let go of the lock by then, or soon will.
    const pulse = clock.every(pulseMs, () => void client.query('SELECT 1').catch(() => lost.abort()));
    try {
      await client.connect();
      const { rows } = await client.query('SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS held', [name]);
      if (rows[0]?.held) await work(AbortSignal.any([stopping.signal, lost.signal]));
    } finally {
      pulse.cancel();
      await client.end().catch(() => {});
    }
  }

  async function hold(): Promise<void> {
    while (!stopping.signal.aborted) {
      await holdOnce().catch((error: unknown) => log.warn({ event: 'lock_lost', lock: name, err: error }));
      await clock.sleep(tryEveryMs, stopping.signal);
    }
  }

  const held = hold();
  return {
    async stop() {
      stopping.abort();
      await held;
    },
  };
}
