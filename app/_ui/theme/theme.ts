/**
 * Words: a theme is what a person chose (system, paper, night). The server reads the cookie and prints data-theme on <html>,
 * so there is no flash and no inline script; `system` prints nothing and CSS asks the system.
 */
export const themes = ['system', 'paper', 'night'] as const;
export type Theme = (typeof themes)[number];

export const themeCookie = 'theme';

export function toTheme(text: string | null | undefined): Theme {
  return themes.find((theme) => theme === text) ?? 'system';
}

/** The value of <html data-theme>. */
export function themeAttribute(theme: Theme): 'paper' | 'night' | undefined {
  return theme === 'system' ? undefined : theme;
}
