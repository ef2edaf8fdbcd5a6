/** The same keys, any words: what the English file must satisfy against the Russian one. */
export type Shape<Messages> = { [Key in keyof Messages]: Messages[Key] extends string ? string : Shape<Messages[Key]> };

export const locales = ['ru', 'en'] as const;
export type Locale = (typeof locales)[number];
export const defaultLocale: Locale = 'ru';

export function toLocale(text: string | null | undefined): Locale {
  return text?.toLowerCase().startsWith('en') ? 'en' : 'ru';
}
