import { z } from 'zod';
import { isoTime, passwordText } from '../schema.ts';

/** Everything owned, by room. Rooms say themselves what they hold (`account/ports.ts`). */
export const accountExport = z.object({
  product: z.literal('stardesk'),
  version: z.literal(1),
  exportedAt: isoTime,
  rooms: z.record(z.string().max(64), z.unknown()),
});
/** `confirmation`: the sign-in name, typed; for people known by Telegram only their Telegram id. */
export const deleteAccountInput = z.object({
  confirmation: z.string().trim().min(1).max(254),
  password: passwordText.optional(),
});
