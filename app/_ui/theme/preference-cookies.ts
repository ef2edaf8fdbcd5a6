import type { Locale } from '#/server/texts/shape.ts';
import { type Theme, themeAttribute, themeCookie } from './theme.ts';

export const localeCookie = 'locale';
export const zoneCookie = 'zone';

/** Browser only. A year; Lax, so that the choice survives links from outside. Not secrets: the page itself reads them. */
function remember(name: string, value: string): void {
  const secure = location.protocol === 'https:' ? '; Secure' : '';
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Safari and Firefox of our range
  document.cookie = `${name}=${encodeURIComponent(value)}; Path=/; Max-Age=31536000; SameSite=Lax${secure}`;
}

/** At once, without a reload: colours are variables under data-theme. */
export function applyTheme(theme: Theme): void {
  const attribute = themeAttribute(theme);
  if (attribute) document.documentElement.dataset.theme = attribute;
  else delete document.documentElement.dataset.theme;
  remember(themeCookie, theme);
}

/** Texts come from the server: call `router.refresh()` after it. */
export function rememberLocale(locale: Locale): void {
  remember(localeCookie, locale);
}

export function rememberZone(zone: string): void {
  remember(zoneCookie, zone);
}
