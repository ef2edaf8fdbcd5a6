import { readdirSync } from 'node:fs';
import type { Clock } from './clock.ts';

/** Words: a check is one thing that must hold before traffic may come; the verdict is all of them. */
export type CheckName = 'configuration' | 'database' | 'migrations' | 'queue' | 'worker';
export interface Check {
  readonly name: CheckName;
  readonly ok: boolean;
  /** For the operator: what was seen. Holds no secret and no address. */
  readonly seen: Readonly<Record<string, string | number | readonly string[] | null>>;
}
export interface Verdict {
  readonly ready: boolean;
  readonly checks: readonly Check[];
}

/** A worker that beat within this time counts as alive; it beats every few seconds. */
export const beatFreshMs = 20_000;
const keepVerdictMs = 1000;
const answerWithinMs = 2500;

interface Probe {
  query(text: string, values?: unknown[]): Promise<{ rows: Record<string, unknown>[] }>;
}
interface HealthOptions {
  /** A pool of one, with deadlines: `openProbe` of db.ts. */
  readonly probe: Probe;
  readonly clock: Clock;
  /** Folder names of the migrations that this build brings along. */
  readonly migrations: readonly string[];
  /** `schema.table` whose presence says that the queue is set up. */
  readonly queueTable: string;
}
export interface Health {
  verdict(): Promise<Verdict>;
  liveWorkers(): Promise<number>;
}

/** Asked often (launcher, balancer, orchestrator): one look at a time, kept for a second, never longer than its deadline. */
export function createHealth(options: HealthOptions): Health {
  const { probe, clock } = options;
  let kept: { verdict: Verdict; untilMs: number } | null = null;
  let looking: Promise<Verdict> | null = null;

  async function look(): Promise<Verdict> {
    const startedMs = clock.monotonicMs();
    const verdict = judge(await see(options), () => Math.round(clock.monotonicMs() - startedMs));
    kept = { verdict, untilMs: clock.monotonicMs() + keepVerdictMs };
    return verdict;
  }
  return {
    async verdict() {
      if (kept && clock.monotonicMs() < kept.untilMs) return kept.verdict;
      // While one look hangs, nobody starts another: all get its answer, or "away" at their deadline.
      looking ??= look().finally(() => {
        looking = null;
      });
      const deadline = clock.deadline(answerWithinMs);
      const tooLate = new Promise<Verdict>((resolve) => {
        deadline.signal.addEventListener('abort', () => resolve(judge('away', () => answerWithinMs)), { once: true });
      });
      return Promise.race([looking, tooLate]).finally(() => deadline.cancel());
    },
    async liveWorkers() {
      const { rows } = await probe.query('SELECT count(*)::int AS live FROM worker_beats WHERE beat_at > $1', [
        new Date(clock.nowMs() - beatFreshMs),
      ]);
      return Number(rows[0]?.live ?? 0);
    },
  };
}

interface Seen {
  readonly missing: readonly string[];
  readonly failed: readonly string[];
  readonly hasQueue: boolean;
  readonly beatAgeMs: number | null;
}

async function see({ probe, clock, migrations, queueTable }: HealthOptions): Promise<Seen | 'away'> {
  try {
    // Tables that are not there yet are an answer, not an error.
    const { rows } = await probe.query(
      `SELECT to_regclass('_prisma_migrations') IS NOT NULL AS migrations,
              to_regclass($1) IS NOT NULL AS queue, to_regclass('worker_beats') IS NOT NULL AS beats`,
      [queueTable],
    );
    const has = rows[0] ?? {};
    const applied = has.migrations
      ? (
          await probe.query(
            'SELECT migration_name AS name, finished_at IS NOT NULL AS done FROM _prisma_migrations WHERE rolled_back_at IS NULL',
          )
        ).rows
      : [];
    const done = new Set(applied.filter((row) => row.done).map((row) => row.name));
    const beat = has.beats ? (await probe.query('SELECT max(beat_at) AS at FROM worker_beats')).rows[0]?.at : null;
    return {
      missing: migrations.filter((name) => !done.has(name)),
      failed: applied.filter((row) => !row.done && !done.has(row.name)).map((row) => String(row.name)),
      hasQueue: has.queue === true,
      beatAgeMs: beat instanceof Date ? Math.max(0, clock.nowMs() - beat.getTime()) : null,
    };
  } catch {
    return 'away';
  }
}

function judge(seen: Seen | 'away', elapsedMs: () => number): Verdict {
  const database: Check = { name: 'database', ok: seen !== 'away', seen: { ms: elapsedMs() } };
  if (seen === 'away') return { ready: false, checks: [database] };
  const checks: Check[] = [
    database,
    {
      name: 'migrations',
      ok: seen.missing.length === 0 && seen.failed.length === 0,
      seen: { missing: seen.missing, failed: seen.failed },
    },
    { name: 'queue', ok: seen.hasQueue, seen: {} },
    {
      name: 'worker',
      ok: seen.beatAgeMs !== null && seen.beatAgeMs < beatFreshMs,
      seen: { beatAgeMs: seen.beatAgeMs },
    },
  ];
  return { ready: checks.every(({ ok }) => ok), checks };
}

/** The migrations beside this build, oldest first; none where the folder was not brought along. */
export function migrationsIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
      .sort();
  } catch {
    return [];
  }
}
