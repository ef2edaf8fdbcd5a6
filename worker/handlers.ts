import { botHandlers } from '#/server/bot/handlers.ts';
import type { Deps } from '#/server/lib/deps.ts';
import { liveHandlers } from '#/server/live/handlers.ts';
import { notifyHandlers } from '#/server/notify/handlers.ts';
import type { HandledJob } from '#/server/queue/handle-job.ts';
import { usersHandlers } from '#/server/users/handlers.ts';

/** The one list that joins jobs to what handles them. A job that is not here is never run. */
export function handledJobs(deps: Deps): readonly HandledJob[] {
  return [...usersHandlers(deps), ...notifyHandlers(deps), ...liveHandlers(deps), ...botHandlers(deps)];
}
