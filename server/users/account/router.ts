import { personProcedure, router, unwrap } from '#/server/trpc/init.ts';
import { done } from '../schema.ts';
import type { OwnedData } from './model.ts';
import { accountExport, deleteAccountInput } from './schema.ts';
import { deleteAccount, exportAccount } from './service.ts';

/** `ownedData`: what every room holds of people; the list is the house's (`server/owned-data.ts`), not this room's. */
export const accountRouter = (ownedData: readonly OwnedData[]) =>
  router({
    export: personProcedure
      .meta({
        openapi: {
          method: 'GET',
          path: '/me/export',
          tags: ['me'],
          summary: 'Everything that is yours',
          protect: true,
        },
      })
      .output(accountExport)
      .query(async ({ ctx: { deps, actor, address, now } }) =>
        unwrap(await exportAccount({ ...deps, ownedData }, { ownerId: actor.userId, address, now })),
      ),
    delete: personProcedure
      .input(deleteAccountInput)
      .output(done)
      .mutation(async ({ ctx: { deps, actor, address, now }, input }) =>
        unwrap(await deleteAccount({ ...deps, ownedData }, { ...input, ownerId: actor.userId, address, now })),
      ),
  });
