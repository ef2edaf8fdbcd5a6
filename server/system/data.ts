import type { z } from 'zod';
import type { Deps } from '#/server/lib/deps.ts';
import { beatFreshMs, type Health } from '#/server/lib/health.ts';
import { productVersion } from '#/server/lib/version.ts';
import { listDeadLetters } from '#/server/queue/dead-letters.ts';
import { queueStats } from '#/server/queue/stats.ts';
import type { deadLetterList, systemStatus } from './schema.ts';

type Status = z.output<typeof systemStatus>;
const shownWorkers = 100;
const shownLetters = 100;

/** The checks of /readyz, who works, what waits. */
export async function findStatus(
  deps: Pick<Deps, 'db' | 'pool'>,
  { health, now }: { health: Health; now: Date },
): Promise<Status> {
  const [verdict, workers] = await Promise.all([health.verdict(), listWorkers(deps, now)]);
  const hasQueue = verdict.checks.some(({ name, ok }) => name === 'queue' && ok);
  return {
    version: productVersion,
    ready: verdict.ready,
    checks: verdict.checks.map(({ name, ok, seen }) => ({ name, ok, seen: toRecord(seen) })),
    workers,
    queues: hasQueue ? await queueStats(deps) : [],
  };
}

async function listWorkers({ db }: Pick<Deps, 'db'>, now: Date): Promise<Status['workers']> {
  const rows = await db.workerBeat.findMany({ orderBy: { beatAt: 'desc' }, take: shownWorkers });
  return rows.map(({ id, role, host, pid, version, startedAt, beatAt }) => ({
    ...{ id, role, host, pid, version },
    startedAt: startedAt.toISOString(),
    beatAt: beatAt.toISOString(),
    live: now.getTime() - beatAt.getTime() < beatFreshMs,
  }));
}

type Seen = string | number | string[] | null;
function toRecord(seen: Readonly<Record<string, string | number | readonly string[] | null>>): Record<string, Seen> {
  return Object.fromEntries(
    Object.entries(seen).map(([name, value]) => [name, Array.isArray(value) ? [...value] : (value as Seen)]),
  );
}

export async function findDeadLetters(deps: Pick<Deps, 'pool'>): Promise<z.output<typeof deadLetterList>> {
  const letters = await listDeadLetters(deps, { limit: shownLetters });
  return {
    items: letters.map(({ id, queue, message, attempts, enqueuedAt, diedAt }) => ({
      ...{ id, queue, attempts },
      message: message.slice(0, 500),
      enqueuedAt: enqueuedAt.toISOString(),
      diedAt: diedAt.toISOString(),
    })),
  };
}
