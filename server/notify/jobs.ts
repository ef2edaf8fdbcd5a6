import { z } from 'zod';
import { defineJob } from '#/server/queue/define-job.ts';

/** Messages that ended long ago. */
export const forgetMessages = defineJob({ name: 'notify.forget', payload: z.object({}), schedule: '23 3 * * *' });
