import { groupDigits } from '#/server/lib/money.ts';

export function plainNumber(value: number): string {
  return Number.isInteger(value) ? groupDigits(value) : String(Math.round(value * 100) / 100);
}

/** On an axis: 5 000 -> «5k», 1 500 000 -> «1.5M»; understood in both languages. */
export function compactNumber(value: number): string {
  if (Math.abs(value) >= 1e6) return `${trim(value / 1e6)}M`;
  if (Math.abs(value) >= 1e3) return `${trim(value / 1e3)}k`;
  return trim(value);
}

function trim(value: number): string {
  return String(Math.round(value * 100) / 100);
}
