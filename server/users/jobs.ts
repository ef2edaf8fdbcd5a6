import { z } from 'zod';
import { defineJob } from '#/server/queue/define-job.ts';

/** Sessions, codes, keys and counted tries that mean nothing any more. */
export const sweepUsers = defineJob({ name: 'users.sweep', payload: z.object({}), schedule: '41 * * * *' });
