import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Deps } from '#/server/lib/deps.ts';
import { productVersion } from '#/server/lib/version.ts';

const beatEveryMs = 5_000;
const keepMs = 24 * 3_600_000;

/** Says every few seconds that this process lives, and where it can be asked. Its last act is to say that it went. */
export async function startBeats(
  { pool, clock, log }: Pick<Deps, 'pool' | 'clock' | 'log'>,
  { httpPort }: { httpPort: number },
): Promise<{ stop(): Promise<void> }> {
  const id = randomUUID();
  const startedAt = clock.now();
  const beat = () =>
    pool.query(
      `INSERT INTO worker_beats (id, role, host, pid, version, http_port, started_at, beat_at)
       VALUES ($1, 'worker', $2, $3, $4, $5, $6, $7) ON CONFLICT (id) DO UPDATE SET beat_at = $7`,
      [id, hostname(), process.pid, productVersion, httpPort, startedAt, clock.now()],
    );
  await pool.query('DELETE FROM worker_beats WHERE beat_at < $1', [new Date(startedAt.getTime() - keepMs)]);
  await beat();
  const beating = clock.every(beatEveryMs, () => {
    beat().catch((error: unknown) => log.warn({ event: 'beat_missed', err: error }));
  });
  return {
    async stop() {
      beating.cancel();
      await pool.query('DELETE FROM worker_beats WHERE id = $1', [id]);
    },
  };
}
