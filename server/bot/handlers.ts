import type { Deps } from '#/server/lib/deps.ts';
import { type HandledJob, handleJob } from '#/server/queue/handle-job.ts';
import { forgetOldUpdates } from './inbox/data.ts';
import { forgetUpdates } from './jobs.ts';

export function botHandlers({ pool, clock }: Pick<Deps, 'pool' | 'clock'>): readonly HandledJob[] {
  return [handleJob(forgetUpdates, async () => void (await forgetOldUpdates(pool, clock.now())))];
}
