import type { CSSProperties } from 'react';
import { classNames } from '../kit/class-names.ts';

export const giftArt = ['goose', 'lighthouse', 'samovar', 'whale', 'mitten', 'mushroom'] as const;
export type GiftArt = (typeof giftArt)[number];

/** A still picture of a gift on its own tint. The name stands beside it, so it is decoration. */
export function GiftThumb({ art, hue, large = false }: { art: GiftArt; hue: string; large?: boolean }) {
  const size = large ? 36 : 24;
  return (
    <span className={classNames('gift-thumb', large && 'gift-thumb-large')} style={{ '--hue': hue } as CSSProperties}>
      {/* biome-ignore lint/performance/noImgElement: the optimiser is off by decision, these are small local SVGs */}
      <img src={`/art/${art}.svg`} alt="" width={size} height={size} />
    </span>
  );
}
