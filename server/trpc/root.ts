import { publicProcedure, router } from './init.ts';

/** Every room's router, once. The access matrix in tests enumerates this. */
export const appRouter = router({
  ping: publicProcedure.query(() => ({ pong: true as const })),
});
export type AppRouter = typeof appRouter;
