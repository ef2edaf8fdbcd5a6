import type { Deps } from '#/server/lib/deps.ts';
import { beatFreshMs, createHealth, migrationsIn } from '#/server/lib/health.ts';
import { productVersion } from '#/server/lib/version.ts';
import { discardDeadLetters, listDeadLetters, retryDeadLetters } from '#/server/queue/dead-letters.ts';
import { queueSchema } from '#/server/queue/queue-options.ts';
import { queueStats } from '#/server/queue/stats.ts';
import { recordAudit } from '#/server/users/audit/service.ts';
import { adminProcedure, router, type TrpcContext } from '../init.ts';
import { deadLetterIds, deadLetterList, deadLettersMoved, systemStatus } from './schema.ts';

const tags = ['admin'];
const letters = '/admin/dead-letters';

export const systemRouter = router({
  status: adminProcedure
    .meta({
      openapi: { method: 'GET', path: '/admin/status', tags, summary: 'How the installation feels', protect: true },
    })
    .output(systemStatus)
    .query(async ({ ctx: { deps, now } }) => {
      const [verdict, workers] = await Promise.all([healthOf(deps).verdict(), listWorkers(deps, now)]);
      const hasQueue = verdict.checks.some(({ name, ok }) => name === 'queue' && ok);
      const queues = hasQueue ? await queueStats(deps) : [];
      const checks = verdict.checks.map(({ name, ok, seen }) => ({ name, ok, seen: toRecord(seen) }));
      return { version: productVersion, ready: verdict.ready, checks, workers, queues };
    }),
  deadLetters: adminProcedure
    .meta({ openapi: { method: 'GET', path: letters, tags, summary: 'Jobs that were given up', protect: true } })
    .output(deadLetterList)
    .query(async ({ ctx }) => ({
      items: (await listDeadLetters(ctx.deps, { limit: 100 })).map((letter) => ({
        id: letter.id,
        queue: letter.queue,
        message: letter.message.slice(0, 500),
        attempts: letter.attempts,
        enqueuedAt: letter.enqueuedAt.toISOString(),
        diedAt: letter.diedAt.toISOString(),
      })),
    })),
  retryDeadLetters: adminProcedure
    .meta({ openapi: { method: 'POST', path: `${letters}/retry`, tags, summary: 'Run them again', protect: true } })
    .input(deadLetterIds)
    .output(deadLettersMoved)
    .mutation(async ({ ctx, input }) => {
      const count = await retryDeadLetters(ctx.deps, input);
      await noteLetters(ctx, 'queue.dead_retried', count);
      return { count };
    }),
  discardDeadLetters: adminProcedure
    .meta({ openapi: { method: 'POST', path: `${letters}/discard`, tags, summary: 'Throw them away', protect: true } })
    .input(deadLetterIds)
    .output(deadLettersMoved)
    .mutation(async ({ ctx, input }) => {
      const count = await discardDeadLetters(ctx.deps, input);
      await noteLetters(ctx, 'queue.dead_discarded', count);
      return { count };
    }),
});

function healthOf({ pool, clock }: Pick<Deps, 'pool' | 'clock'>) {
  const migrations = migrationsIn('prisma/migrations');
  return createHealth({ probe: pool, clock, migrations, queueTable: `${queueSchema}.job` });
}

interface WorkerRow {
  id: string;
  role: string;
  host: string;
  pid: number;
  version: string;
  startedAt: Date;
  beatAt: Date;
}
async function listWorkers({ pool }: Pick<Deps, 'pool'>, now: Date) {
  const { rows } = await pool.query<WorkerRow>(
    `SELECT id, role, host, pid, version, started_at AS "startedAt", beat_at AS "beatAt"
     FROM worker_beats ORDER BY beat_at DESC LIMIT 100`,
  );
  return rows.map((row) => ({
    ...row,
    startedAt: row.startedAt.toISOString(),
    beatAt: row.beatAt.toISOString(),
    live: now.getTime() - row.beatAt.getTime() < beatFreshMs,
  }));
}

async function noteLetters({ deps, actor, address, now }: TrpcContext, action: `queue.${string}`, count: number) {
  if (count === 0 || actor.kind !== 'user') return;
  await recordAudit(deps.db, { at: now, actorId: actor.userId, action, details: { count }, address });
}

type Seen = string | number | string[] | null;
function toRecord(seen: Readonly<Record<string, string | number | readonly string[] | null>>): Record<string, Seen> {
  return Object.fromEntries(
    Object.entries(seen).map(([name, value]) => [name, Array.isArray(value) ? [...value] : (value as Seen)]),
  );
}
