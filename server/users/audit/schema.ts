import { z } from 'zod';
import { isoTime, nextCursor, page, userId } from '../schema.ts';

export const auditEntry = z.object({
  id: z.uuid(),
  at: isoTime,
  /** `users.blocked`, `sessions.ended`, `setup.finished` ... texts: `audit.<action with _ for .>`. */
  action: z.string().max(80),
  actor: z.object({ id: userId, name: z.string().max(254) }).nullable(),
  subject: z.object({ id: z.string().max(64), name: z.string().max(254) }).nullable(),
  details: z.record(z.string().max(64), z.union([z.string().max(1000), z.number(), z.boolean(), z.null()])),
  address: z.string().max(64),
});
export const auditQuery = z.object({
  ...page,
  action: z.string().max(80).optional(),
  /** Entries that this user did or suffered. */
  userId: userId.optional(),
  since: isoTime.optional(),
  until: isoTime.optional(),
});
export const auditPage = z.object({ items: z.array(auditEntry).max(100), nextCursor });
