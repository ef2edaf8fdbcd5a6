import { z } from 'zod';

const isoTime = z.iso.datetime().max(40);

/** What needs an admin's eye: updates that were given up, messages whose fate nobody knows. */
export const telegramTroubles = z.object({
  /** Updates that wait to be handled, and the age of the oldest. */
  inbox: z.object({ open: z.number().int(), oldestSeconds: z.number() }),
  updates: z
    .array(
      z.object({
        /** `bot id:update id` */
        id: z.string().max(50),
        error: z.string().max(500),
        attempts: z.number().int(),
        receivedAt: isoTime,
        diedAt: isoTime,
      }),
    )
    .max(100),
  messages: z
    .array(z.object({ id: z.uuid(), kind: z.string().max(40), chatId: z.string().max(20), sentAt: isoTime.nullable() }))
    .max(100),
});
const updateId = z.string().regex(/^\d{1,19}:\d{1,19}$/);
export const retryUpdatesInput = z.object({ ids: z.array(updateId).min(1).max(100) });
export const settleMessagesInput = z.object({
  ids: z.array(z.uuid()).min(1).max(100),
  decision: z.enum(['send-again', 'leave']),
});
export const troublesSettled = z.object({ count: z.number().int() });
