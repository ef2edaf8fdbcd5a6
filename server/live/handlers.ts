import type { Deps } from '#/server/lib/deps.ts';
import { type HandledJob, handleJob } from '#/server/queue/handle-job.ts';
import { forgetOldEvents } from './data.ts';
import { forgetEvents } from './jobs.ts';

export function liveHandlers({ pool }: Pick<Deps, 'pool'>): readonly HandledJob[] {
  return [handleJob(forgetEvents, async () => void (await forgetOldEvents(pool)))];
}
