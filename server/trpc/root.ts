import { telegramRouter } from '#/server/bot/router.ts';
import { ownedData } from '#/server/owned-data.ts';
import { systemRouter } from '#/server/system/router.ts';
import { accountRouter } from '#/server/users/account/router.ts';
import { adminUsersRouter } from '#/server/users/admin/router.ts';
import { apiKeysRouter } from '#/server/users/api-keys/router.ts';
import { auditRouter } from '#/server/users/audit/router.ts';
import { entranceRouter } from '#/server/users/entrance/router.ts';
import { invitationsRouter } from '#/server/users/invitations/router.ts';
import { linkingRouter } from '#/server/users/linking/router.ts';
import { overviewRouter } from '#/server/users/overview/router.ts';
import { passwordsRouter } from '#/server/users/passwords/router.ts';
import { profileRouter } from '#/server/users/profile/router.ts';
import { registrationRouter } from '#/server/users/registration/router.ts';
import { sessionsRouter } from '#/server/users/sessions/router.ts';
import { setupRouter } from '#/server/users/setup/router.ts';
import { publicProcedure, router } from './init.ts';

/** Every room's router, once. The access matrix in tests enumerates this. */
export const appRouter = router({
  ping: publicProcedure.query(() => ({ pong: true as const })),
  entrance: entranceRouter,
  registration: registrationRouter,
  me: profileRouter,
  overview: overviewRouter,
  passwords: passwordsRouter,
  sessions: sessionsRouter,
  apiKeys: apiKeysRouter,
  linking: linkingRouter(ownedData),
  account: accountRouter(ownedData),
  setup: setupRouter,
  admin: router({
    users: adminUsersRouter,
    audit: auditRouter,
    invitations: invitationsRouter,
    system: systemRouter,
    telegram: telegramRouter,
  }),
});
export type AppRouter = typeof appRouter;
