import type { Deps } from '#/server/lib/deps.ts';
import { type HandledJob, handleJob } from '#/server/queue/handle-job.ts';
import { sweepUsers } from './jobs.ts';
import { sweepExpired } from './upkeep/service.ts';

export function usersHandlers(deps: Pick<Deps, 'db' | 'pool' | 'clock'>): readonly HandledJob[] {
  return [handleJob(sweepUsers, async () => void (await sweepExpired(deps, { now: deps.clock.now() })))];
}
