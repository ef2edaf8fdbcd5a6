import { z } from 'zod';
import { isoTime, locale, role, telegramIdText, theme, userId } from '../schema.ts';

export const me = z.object({
  id: userId,
  /** Null: known by Telegram only. */
  login: z.string().max(254).nullable(),
  displayName: z.string().max(80),
  role,
  hasPassword: z.boolean(),
  telegram: z.object({ id: telegramIdText, username: z.string().max(64).nullable() }).nullable(),
  locale,
  theme,
  timeZone: z.string().max(64),
  isDemo: z.boolean(),
  createdAt: isoTime,
});
export type Me = z.infer<typeof me>;

const knownTimeZone = (name: string) => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};

/** Only what is given changes. */
export const updateProfileInput = z.object({
  displayName: z.string().trim().max(80).optional(),
  locale: locale.optional(),
  theme: theme.optional(),
  timeZone: z.string().min(1).max(64).refine(knownTimeZone).optional(),
});
