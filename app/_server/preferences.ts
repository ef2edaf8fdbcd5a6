import 'server-only';
import { cookies, headers } from 'next/headers';
import { cache } from 'react';
import { defaultLocale, type Locale, locales, toLocale } from '#/server/texts/shape.ts';
import { localeCookie, zoneCookie } from '../_ui/theme/preference-cookies.ts';
import { type Theme, themeCookie, toTheme } from '../_ui/theme/theme.ts';

/** Signing in writes the profile's choice into the cookies, so a page needs no database to know its language and colours. */
export const readPreferences = cache(async (): Promise<{ locale: Locale; theme: Theme; zone: string }> => {
  const [jar, head] = await Promise.all([cookies(), headers()]);
  const chosen = jar.get(localeCookie)?.value;
  return {
    locale: chosen ? toLocale(chosen) : fromAcceptLanguage(head.get('accept-language')),
    theme: toTheme(jar.get(themeCookie)?.value),
    zone: toZone(jar.get(zoneCookie)?.value),
  };
});

/** The first of the browser's languages that we speak. */
export function fromAcceptLanguage(header: string | null): Locale {
  for (const entry of (header ?? '').slice(0, 200).toLowerCase().split(',')) {
    const locale = locales.find((known) => entry.trim().startsWith(known));
    if (locale) return locale;
  }
  return defaultLocale;
}

/** A cookie is input: an unknown zone would throw in every formatter. */
function toZone(text: string | undefined): string {
  if (!text || text.length > 64) return 'Europe/Moscow';
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone;
  } catch {
    return 'Europe/Moscow';
  }
}
