import { adminProcedure, router, unwrap } from '#/server/trpc/init.ts';
import { findUser, listUsers } from './data.ts';
import { blockUserInput, oneUserInput, setRoleInput, userDetail, userPage, userQuery } from './schema.ts';
import { blockUser, setRole, unblockUser } from './service.ts';

const tags = ['admin'];
const one = '/admin/users/{userId}';

export const adminUsersRouter = router({
  list: adminProcedure
    .meta({ openapi: { method: 'GET', path: '/admin/users', tags, summary: 'People', protect: true } })
    .input(userQuery)
    .output(userPage)
    .query(({ ctx, input }) => listUsers(ctx.deps, input)),
  get: adminProcedure
    .meta({ openapi: { method: 'GET', path: one, tags, summary: 'One person', protect: true } })
    .input(oneUserInput)
    .output(userDetail)
    .query(async ({ ctx: { deps, now }, input }) => unwrap(await findUser(deps, { ...input, now }))),
  block: adminProcedure
    .meta({ openapi: { method: 'POST', path: `${one}/block`, tags, summary: 'Block', protect: true } })
    .input(blockUserInput)
    .output(userDetail)
    .mutation(async ({ ctx: { deps, actor, address, now }, input }) => {
      unwrap(await blockUser(deps, { ...input, adminId: actor.userId, address, now }));
      return unwrap(await findUser(deps, { userId: input.userId, now }));
    }),
  unblock: adminProcedure
    .meta({ openapi: { method: 'POST', path: `${one}/unblock`, tags, summary: 'Unblock', protect: true } })
    .input(oneUserInput)
    .output(userDetail)
    .mutation(async ({ ctx: { deps, actor, address, now }, input }) => {
      unwrap(await unblockUser(deps, { ...input, adminId: actor.userId, address, now }));
      return unwrap(await findUser(deps, { userId: input.userId, now }));
    }),
  setRole: adminProcedure
    .meta({ openapi: { method: 'POST', path: `${one}/role`, tags, summary: 'Make or unmake an admin', protect: true } })
    .input(setRoleInput)
    .output(userDetail)
    .mutation(async ({ ctx: { deps, actor, address, now }, input }) => {
      unwrap(await setRole(deps, { ...input, adminId: actor.userId, address, now }));
      return unwrap(await findUser(deps, { userId: input.userId, now }));
    }),
});
