import { personProcedure, router, unwrap } from '#/server/trpc/init.ts';
import type { OwnedData } from '../account/model.ts';
import { findMe } from '../profile/data.ts';
import { me } from '../profile/schema.ts';
import { linkCode, linked, redeemLinkInput } from './schema.ts';
import { createLinkCode, redeemTypedCode, unlinkTelegram } from './service.ts';

/** `ownedData`: what joining two accounts moves; the list is the house's (`server/owned-data.ts`), not this room's. */
export const linkingRouter = (ownedData: readonly OwnedData[]) =>
  router({
    createCode: personProcedure
      .output(linkCode)
      .mutation(async ({ ctx: { deps, actor, now } }) =>
        unwrap(await createLinkCode(deps, { ownerId: actor.userId, now })),
      ),
    redeem: personProcedure
      .input(redeemLinkInput)
      .output(linked)
      .mutation(async ({ ctx: { deps, actor, address, now }, input }) => {
        const asker = { ownerId: actor.userId, address, now };
        const { absorbed } = unwrap(await redeemTypedCode({ ...deps, ownedData }, { ...input, ...asker }));
        return { me: await findMe(deps, asker), absorbed };
      }),
    unlink: personProcedure.output(me).mutation(async ({ ctx: { deps, actor, address, now } }) => {
      const asker = { ownerId: actor.userId, address, now };
      unwrap(await unlinkTelegram(deps, asker));
      return findMe(deps, asker);
    }),
  });
