import { z } from 'zod';
import { isoTime } from '../schema.ts';

export const sessionSummary = z.object({
  id: z.uuid(),
  /** In words: «Chrome», «Windows»; empty where unknown. */
  browser: z.string().max(40),
  system: z.string().max(40),
  address: z.string().max(64),
  createdAt: isoTime,
  lastSeenAt: isoTime,
  expiresAt: isoTime,
  current: z.boolean(),
});
export const sessionList = z.object({ items: z.array(sessionSummary).max(200) });
export const endSessionInput = z.object({ sessionId: z.uuid() });
/** `keepCurrent`: false signs this browser out as well. */
export const endAllSessionsInput = z.object({ keepCurrent: z.boolean().default(false) });
export const endedSessions = z.object({ ended: z.number().int() });
