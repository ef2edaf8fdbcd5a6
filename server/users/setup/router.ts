import { adminPersonProcedure, publicProcedure, router, unwrap } from '#/server/trpc/init.ts';
import { completeAdminReset } from './admin-reset/service.ts';
import { findSetupState } from './data.ts';
import { createFirstAdmin } from './first-admin/service.ts';
import {
  adminReady,
  botIdentity,
  botTokenInput,
  createAdminInput,
  resetAdminInput,
  setupState,
  setupStateInput,
} from './schema.ts';
import { confirmAddress, finishSetup, saveBotToken, skipBot } from './steps/service.ts';

/** The first-run set-up: never over REST, it is a conversation with the person at the machine. */
export const setupRouter = router({
  state: publicProcedure
    .input(setupStateInput)
    .output(setupState)
    .query(({ ctx: { deps, actor, now }, input }) => findSetupState(deps, { actor, key: input.key ?? null, now })),
  createAdmin: publicProcedure
    .input(createAdminInput)
    .output(adminReady)
    .mutation(async ({ ctx: { deps, address, now }, input }) =>
      unwrap(await createFirstAdmin(deps, { ...input, address, now })),
    ),
  resetAdmin: publicProcedure
    .input(resetAdminInput)
    .output(adminReady)
    .mutation(async ({ ctx: { deps, address, now }, input }) =>
      unwrap(await completeAdminReset(deps, { ...input, address, now })),
    ),
  confirmAddress: adminPersonProcedure.output(setupState).mutation(async ({ ctx: { deps, actor, address, now } }) => {
    unwrap(await confirmAddress(deps, { adminId: actor.userId, address, now }));
    return findSetupState(deps, { actor, key: null, now });
  }),
  saveBotToken: adminPersonProcedure
    .input(botTokenInput)
    .output(botIdentity)
    .mutation(async ({ ctx: { deps, ports, actor, address, now }, input }) =>
      unwrap(await saveBotToken({ ...deps, ...ports }, { ...input, adminId: actor.userId, address, now })),
    ),
  skipBot: adminPersonProcedure.output(setupState).mutation(async ({ ctx: { deps, actor, address, now } }) => {
    unwrap(await skipBot(deps, { adminId: actor.userId, address, now }));
    return findSetupState(deps, { actor, key: null, now });
  }),
  finish: adminPersonProcedure.output(setupState).mutation(async ({ ctx: { deps, actor, address, now } }) => {
    unwrap(await finishSetup(deps, { adminId: actor.userId, address, now }));
    return findSetupState(deps, { actor, key: null, now });
  }),
});
