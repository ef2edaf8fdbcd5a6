import type { Deps } from '#/server/lib/deps.ts';
import { type HandledJob, handleJob } from '#/server/queue/handle-job.ts';
import { forgetMessages } from './jobs.ts';
import { forgetEndedMessages } from './service.ts';

export function notifyHandlers(deps: Pick<Deps, 'db' | 'clock'>): readonly HandledJob[] {
  return [handleJob(forgetMessages, async () => void (await forgetEndedMessages(deps, { now: deps.clock.now() })))];
}
