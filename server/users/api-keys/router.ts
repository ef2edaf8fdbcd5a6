import { personProcedure, router, unwrap } from '#/server/trpc/init.ts';
import { done } from '../schema.ts';
import { listApiKeys } from './data.ts';
import { apiKeyList, createApiKeyInput, createdApiKey, revokeApiKeyInput } from './schema.ts';
import { createApiKey, revokeApiKey } from './service.ts';

export const apiKeysRouter = router({
  list: personProcedure
    .output(apiKeyList)
    .query(({ ctx: { deps, actor } }) => listApiKeys(deps, { ownerId: actor.userId })),
  create: personProcedure
    .input(createApiKeyInput)
    .output(createdApiKey)
    .mutation(async ({ ctx: { deps, actor, address, now }, input }) =>
      unwrap(await createApiKey(deps, { ...input, ownerId: actor.userId, role: actor.role, address, now })),
    ),
  revoke: personProcedure
    .input(revokeApiKeyInput)
    .output(done)
    .mutation(async ({ ctx: { deps, actor, address, now }, input }) =>
      unwrap(await revokeApiKey(deps, { ...input, ownerId: actor.userId, address, now })),
    ),
});
