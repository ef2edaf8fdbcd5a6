import { groupDigits } from '#/server/lib/money.ts';
import type { Locale } from '#/server/texts/shape.ts';

export function plainNumber(value: number): string {
  return Number.isInteger(value) ? groupDigits(value) : String(Math.round(value * 100) / 100);
}

/** On an axis: 5 000 is «5 т» or "5k", 1 500 000 is «1,5 млн» or "1.5M". */
export function compactNumber(value: number, locale: Locale): string {
  const [divisor, sign] = unitOf(Math.abs(value), locale);
  const digits = String(Math.round((value / divisor) * 100) / 100);
  return (locale === 'ru' ? digits.replace('.', ',') : digits) + sign;
}

function unitOf(magnitude: number, locale: Locale): readonly [divisor: number, sign: string] {
  if (magnitude >= 1e6) return [1e6, locale === 'ru' ? '\u00a0млн' : 'M'];
  if (magnitude >= 1e3) return [1e3, locale === 'ru' ? '\u00a0т' : 'k'];
  return [1, ''];
}
