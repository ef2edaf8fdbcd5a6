/**
 * What Telegram really sold on 14 August 2025 at 21:01:36 UTC: price, supply, seconds until the last one was gone.
 * Source: the public catalogue (`first_sale_date`, `last_sale_date`). Names and pictures are ours, hence only keys here.
 */
export const dropStartedAt = '2025-08-14T21:01:36Z';

export interface DroppedGift {
  readonly key: 'lighthouse' | 'goose' | 'samovar' | 'whale' | 'mitten' | 'mushroom';
  /** The tint behind the drawing. */
  readonly hue: string;
  readonly priceStars: number;
  readonly supply: number;
  readonly soldOutSeconds: number;
  readonly premiumOnly: boolean;
}

export const drop: readonly DroppedGift[] = [
  { key: 'lighthouse', hue: '#3D7DB8', priceStars: 30_000, supply: 5_000, soldOutSeconds: 15, premiumOnly: true },
  { key: 'goose', hue: '#8DA84A', priceStars: 5_000, supply: 20_000, soldOutSeconds: 15, premiumOnly: true },
  { key: 'samovar', hue: '#C77B2B', priceStars: 2_500, supply: 40_000, soldOutSeconds: 40, premiumOnly: true },
  { key: 'whale', hue: '#2F9FC0', priceStars: 500, supply: 150_000, soldOutSeconds: 67, premiumOnly: false },
  { key: 'mitten', hue: '#B65C8E', priceStars: 300, supply: 250_000, soldOutSeconds: 114, premiumOnly: false },
  { key: 'mushroom', hue: '#6FA06A', priceStars: 150, supply: 500_000, soldOutSeconds: 179, premiumOnly: false },
];

export const dropGifts = drop.reduce((sum, gift) => sum + gift.supply, 0);
export const dropStars = drop.reduce((sum, gift) => sum + gift.supply * gift.priceStars, 0);
export const dropSeconds = Math.max(...drop.map((gift) => gift.soldOutSeconds));

/** The axis: three minutes, a mark every half. */
export const axisSeconds = 180;
export const axisMarks = [0, 30, 60, 90, 120, 150, 180] as const;
