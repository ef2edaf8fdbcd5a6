import { defaultLocale, type Locale, locales, toLocale } from './shape.ts';

/** The language of an answer: what the person chose (a cookie, written from the profile at sign-in), else the browser's. */
export function localeOfRequest(headers: Pick<Headers, 'get'>): Locale {
  const chosen = /(?:^|;\s*)locale=(\w{2})/.exec(headers.get('cookie') ?? '')?.[1];
  if (chosen) return toLocale(chosen);
  for (const entry of (headers.get('accept-language') ?? '').slice(0, 200).toLowerCase().split(',')) {
    const spoken = locales.find((locale) => entry.trim().startsWith(locale));
    if (spoken) return spoken;
  }
  return defaultLocale;
}
