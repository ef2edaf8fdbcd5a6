import { z } from 'zod';
import { defineJob } from '#/server/queue/define-job.ts';

/** Events that no place can reach any more. */
export const forgetEvents = defineJob({ name: 'live.forget', payload: z.object({}), schedule: '17 * * * *' });
