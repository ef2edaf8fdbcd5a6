/**
 * Amounts are `bigint` in the smallest unit of their asset and never meet across assets.
 * Stars, tokens and checks are whole; rubles are kopecks; points are hundredths.
 */
export const assets = ['stars', 'tokens', 'checks', 'points', 'kopecks'] as const;
export type Asset = (typeof assets)[number];

/** Digits after the comma that people see. */
export const fractionDigits = { stars: 0, tokens: 0, checks: 0, points: 2, kopecks: 2 } satisfies Record<Asset, number>;

/** U+00A0 groups: Onest has no U+202F (look/README §2). */
export function formatAmount(amount: bigint, asset: Asset, locale: 'ru' | 'en' = 'ru'): string {
  const digits = fractionDigits[asset];
  const sign = amount < 0n ? '−' : '';
  const magnitude = (amount < 0n ? -amount : amount).toString().padStart(digits + 1, '0');
  const whole = digits ? magnitude.slice(0, -digits) : magnitude;
  const fraction = digits ? (locale === 'ru' ? ',' : '.') + magnitude.slice(-digits) : '';
  return sign + groupDigits(whole) + fraction;
}

export function groupDigits(whole: string | number | bigint): string {
  return String(whole).replace(/\B(?=(\d{3})+(?!\d))/g, '\u00a0');
}
