import { useLocale, useTranslations } from 'next-intl';
import { type Asset, formatAmount, groupDigits } from '#/server/lib/money.ts';
import { Star } from '../drawings/star.tsx';

/** Money as it comes over the wire: a decimal string of the smallest unit, or a bigint. Never a JS number. */
export type AmountValue = bigint | string;

/** A figure with the sign of its asset: «1 500 ⭑», «1 240 ₽». `signed` prints a plus too. */
export function Amount({
  value,
  asset,
  signed = false,
  bare = false,
}: {
  value: AmountValue;
  asset: Asset;
  signed?: boolean;
  /** Digits alone, where the column's head names the unit. */
  bare?: boolean;
}) {
  const locale = useLocale();
  const t = useTranslations('ui');
  const amount = BigInt(value);
  let digits = formatAmount(amount, asset, locale);
  // Whole rubles lose their kopecks, a fraction never does.
  if (asset === 'kopecks' && amount % 100n === 0n) digits = digits.slice(0, -3);
  if (signed && amount > 0n) digits = `+${digits}`;
  const figure = <span className="number">{digits}</span>;
  if (bare) return figure;
  return (
    <span className="whitespace-nowrap">
      {figure}
      {asset === 'stars' ? (
        <Star />
      ) : (
        `\u00a0${asset === 'kopecks' ? '₽' : t(`units.${asset}`, { count: wholePart(amount, asset) })}`
      )}
    </span>
  );
}

/** Plural rules look at the last two digits only, so a huge balance stays exact. */
function wholePart(amount: bigint, asset: Asset): number {
  const whole = asset === 'points' ? amount / 100n : amount;
  return Number((whole < 0n ? -whole : whole) % 1_000_000n);
}

/** A count in our grouping: «150 000». */
export function Num({ value }: { value: number | bigint | string }) {
  return <span className="number">{groupDigits(value)}</span>;
}
