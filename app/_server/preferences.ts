import 'server-only';
import { cookies, headers } from 'next/headers';
import { cache } from 'react';
import { localeOfRequest } from '#/server/texts/locale-of-request.ts';
import type { Locale } from '#/server/texts/shape.ts';
import { zoneCookie } from '../_ui/theme/preference-cookies.ts';
import { type Theme, themeCookie, toTheme } from '../_ui/theme/theme.ts';

/** Signing in writes the profile's choice into the cookies, so a page needs no database to know its language and colours. */
export const readPreferences = cache(async (): Promise<{ locale: Locale; theme: Theme; zone: string }> => {
  const [jar, head] = await Promise.all([cookies(), headers()]);
  return {
    locale: localeOfRequest(head),
    theme: toTheme(jar.get(themeCookie)?.value),
    zone: toZone(jar.get(zoneCookie)?.value),
  };
});

/** A cookie is input: an unknown zone would throw in every formatter. */
function toZone(text: string | undefined): string {
  if (!text || text.length > 64) return 'Europe/Moscow';
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone;
  } catch {
    return 'Europe/Moscow';
  }
}
