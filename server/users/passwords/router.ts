import { personProcedure, router, unwrap } from '#/server/trpc/init.ts';
import { sessionIdOf } from '../model.ts';
import { findMe } from '../profile/data.ts';
import { me } from '../profile/schema.ts';
import { changePasswordInput, createPasswordInput, passwordChanged } from './schema.ts';
import { changePassword, createPassword } from './service.ts';

export const passwordsRouter = router({
  change: personProcedure
    .input(changePasswordInput)
    .output(passwordChanged)
    .mutation(async ({ ctx: { deps, actor, address, now }, input }) => {
      const asker = { ownerId: actor.userId, sessionId: sessionIdOf(actor), address, now };
      return unwrap(await changePassword(deps, { ...input, ...asker }));
    }),
  create: personProcedure
    .input(createPasswordInput)
    .output(me)
    .mutation(async ({ ctx: { deps, actor, address, now }, input }) => {
      unwrap(await createPassword(deps, { ...input, ownerId: actor.userId, address, now }));
      return findMe(deps, { ownerId: actor.userId });
    }),
});
