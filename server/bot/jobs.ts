import { z } from 'zod';
import { defineJob } from '#/server/queue/define-job.ts';

/** Updates that nobody will ask for any more. */
export const forgetUpdates = defineJob({ name: 'bot.forget', payload: z.object({}), schedule: '41 * * * *' });
