import { router, userProcedure } from '#/server/trpc/init.ts';
import { findOverview } from './data.ts';
import { overview } from './schema.ts';

export const overviewRouter = router({
  get: userProcedure
    .meta({
      openapi: { method: 'GET', path: '/overview', tags: ['me'], summary: 'Your desk at a glance', protect: true },
    })
    .output(overview)
    .query(({ ctx }) => findOverview(ctx.deps, { ownerId: ctx.actor.userId })),
});
