import { z } from 'zod';
import { apiScopes } from './model.ts';

/** What several calls of this room share. Dates travel as ISO strings, Telegram ids as digits. */
export const userId = z.uuid();
/** Year 0 is a date for ISO and none for PostgreSQL. */
export const isoTime = z.iso
  .datetime()
  .max(40)
  .regex(/^(?!0000)/);
export const telegramIdText = z.string().regex(/^[1-9]\d{0,18}$/);
export const role = z.enum(['user', 'admin']);
export const apiScope = z.enum(apiScopes);
export const locale = z.enum(['ru', 'en']);
export const theme = z.enum(['system', 'paper', 'night']);

/** Bounds only: what makes a good name or password is decided in `logins/model.ts` and `passwords/model.ts`. */
export const loginText = z.string().trim().min(1).max(254);
export const passwordText = z.string().min(1).max(1024);
export const oneTimeCode = z.string().trim().min(4).max(128);

export const page = {
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
};
export const nextCursor = z.string().max(200).nullable();
export const done = z.object({ done: z.literal(true) });
