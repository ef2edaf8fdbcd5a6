import { z } from 'zod';
import { isoTime, nextCursor, page } from '../schema.ts';

export const createInvitationInput = z.object({ days: z.number().int().min(1).max(30).default(7) });
/** `code` is shown this once. */
export const createdInvitation = z.object({
  id: z.uuid(),
  code: z.string().max(64),
  path: z.string().max(200),
  expiresAt: isoTime,
});
export const invitation = z.object({
  id: z.uuid(),
  state: z.enum(['open', 'used', 'expired']),
  createdAt: isoTime,
  expiresAt: isoTime,
  usedAt: isoTime.nullable(),
});
export const invitationQuery = z.object(page);
export const invitationPage = z.object({ items: z.array(invitation).max(100), nextCursor });
export const revokeInvitationInput = z.object({ invitationId: z.uuid() });
