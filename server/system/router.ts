import { adminProcedure, router } from '#/server/trpc/init.ts';
import { findDeadLetters, findStatus } from './data.ts';
import { deadLetterIds, deadLetterList, deadLettersMoved, systemStatus } from './schema.ts';
import { discardLetters, retryLetters } from './service.ts';

const tags = ['admin'];
const letters = '/admin/dead-letters';

export const systemRouter = router({
  status: adminProcedure
    .meta({
      openapi: { method: 'GET', path: '/admin/status', tags, summary: 'How the installation feels', protect: true },
    })
    .output(systemStatus)
    .query(({ ctx: { deps, ports, now } }) => findStatus(deps, { health: ports.health, now })),
  deadLetters: adminProcedure
    .meta({ openapi: { method: 'GET', path: letters, tags, summary: 'Jobs that were given up', protect: true } })
    .output(deadLetterList)
    .query(({ ctx }) => findDeadLetters(ctx.deps)),
  retryDeadLetters: adminProcedure
    .meta({ openapi: { method: 'POST', path: `${letters}/retry`, tags, summary: 'Run them again', protect: true } })
    .input(deadLetterIds)
    .output(deadLettersMoved)
    .mutation(({ ctx: { deps, actor, address, now }, input }) =>
      retryLetters(deps, { ids: input.ids, adminId: actor.userId, address, now }),
    ),
  discardDeadLetters: adminProcedure
    .meta({ openapi: { method: 'POST', path: `${letters}/discard`, tags, summary: 'Throw them away', protect: true } })
    .input(deadLetterIds)
    .output(deadLettersMoved)
    .mutation(({ ctx: { deps, actor, address, now }, input }) =>
      discardLetters(deps, { ids: input.ids, adminId: actor.userId, address, now }),
    ),
});
