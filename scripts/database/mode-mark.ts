import type pg from 'pg';
import { Explained } from '#/scripts/bootstrap/explained.mjs';
import { say } from '#/scripts/terminal/say.ts';
import type { Mode } from './embedded/databases.ts';

const key = 'installation.mode';

/**
 * A database belongs to one mode for good: with one DATABASE_URL for both, a demo would sell simulated stars
 * to real people. `look` before anything is changed, `mark` when it is ready.
 */
export async function claimForMode(owner: pg.Client, mode: Mode, step: 'look' | 'mark'): Promise<void> {
  const table = await owner.query(`SELECT to_regclass('public.settings') IS NOT NULL AS yes`);
  if (!table.rows[0].yes) return;
  if (step === 'mark') {
    await owner.query(
      `INSERT INTO public.settings (key, value, updated_at) VALUES ($1, to_jsonb($2::text), now()) ON CONFLICT DO NOTHING`,
      [key, mode],
    );
  }
  const { rows } = await owner.query<{ mode: Mode }>(
    `SELECT value #>> '{}' AS mode FROM public.settings WHERE key = $1`,
    [key],
  );
  if (rows[0] && rows[0].mode !== mode) throw new Explained(say('database.otherMode', { marked: rows[0].mode, mode }));
}
