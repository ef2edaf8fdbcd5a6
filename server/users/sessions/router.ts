import { personProcedure, router, unwrap } from '#/server/trpc/init.ts';
import { sessionIdOf } from '../model.ts';
import { listSessions } from './data.ts';
import { endAllSessionsInput, endedSessions, endSessionInput, sessionList } from './schema.ts';
import { endAllSessions, endSession } from './service.ts';

export const sessionsRouter = router({
  list: personProcedure
    .output(sessionList)
    .query(({ ctx: { deps, actor, now } }) =>
      listSessions(deps, { ownerId: actor.userId, currentId: sessionIdOf(actor), now }),
    ),
  end: personProcedure
    .input(endSessionInput)
    .output(endedSessions)
    .mutation(async ({ ctx: { deps, actor, address, now }, input }) =>
      unwrap(await endSession(deps, { ownerId: actor.userId, sessionId: input.sessionId, address, now })),
    ),
  endAll: personProcedure
    .input(endAllSessionsInput)
    .output(endedSessions)
    .mutation(async ({ ctx: { deps, actor, address, now }, input }) => {
      const keep = input.keepCurrent ? sessionIdOf(actor) : null;
      return unwrap(await endAllSessions(deps, { ownerId: actor.userId, keep, address, now }));
    }),
});
