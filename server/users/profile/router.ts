import { router, userProcedure } from '#/server/trpc/init.ts';
import { findMe } from './data.ts';
import { me, updateProfileInput } from './schema.ts';
import { updateProfile } from './service.ts';

const tags = ['me'];

export const profileRouter = router({
  get: userProcedure
    .meta({ openapi: { method: 'GET', path: '/me', tags, summary: 'Who you are', protect: true } })
    .output(me)
    .query(({ ctx }) => findMe(ctx.deps, { ownerId: ctx.actor.userId })),
  update: userProcedure
    .meta({ openapi: { method: 'PATCH', path: '/me', tags, summary: 'Change your profile', protect: true } })
    .input(updateProfileInput)
    .output(me)
    .mutation(({ ctx, input }) => updateProfile(ctx.deps, { ownerId: ctx.actor.userId, ...input })),
});
