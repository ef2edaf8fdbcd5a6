import { getTranslations } from 'next-intl/server';
import type { CSSProperties } from 'react';
import { Glyph } from '../../_ui/drawings/icon.tsx';
import { Star } from '../../_ui/drawings/star.tsx';
import { SectionHead } from '../../_ui/kit/plate.tsx';
import { Verdict } from '../../_ui/kit/verdict.tsx';
import { Num } from '../../_ui/numbers/amount.tsx';
import { DropPlayer } from './drop-player.tsx';
import { DropTable } from './drop-table.tsx';
import { axisMarks, axisSeconds, type DroppedGift, drop, dropGifts, dropSeconds, dropStars } from './drops.ts';

/** The drop of 14 August again, ten times as fast: a veil with the now-line on its edge slides off the curves. */
export async function DropStrip() {
  const t = await getTranslations('landing.strip');
  return (
    <section aria-labelledby="drop">
      <SectionHead id="drop" title={t('title')} meta={t('meta')} />
      <DropPlayer
        words={{ pause: t('pause'), resume: t('resume'), again: t('again'), speed: t('speed'), second: t('second') }}
        sum={t.rich('total', {
          gifts: () => <Num value={dropGifts} />,
          stars: () => (
            <b className="number">
              <Num value={dropStars} />
              <Star />
            </b>
          ),
          seconds: String(dropSeconds),
        })}
        note={t('honest')}
      >
        <div className="plate timeline drop" aria-hidden="true">
          <div className="timeline-name timeline-axis">{t('gift')}</div>
          <div className="timeline-track timeline-axis">
            {axisMarks.map((second) => (
              <span key={second} style={{ left: position(second) }}>
                {mark(second)}
              </span>
            ))}
          </div>
          <div className="timeline-verdict timeline-axis">{t('outcome')}</div>
          {drop.map((gift) => (
            <Row key={gift.key} gift={gift} name={t(`names.${gift.key}`)} />
          ))}
        </div>
        <DropTable />
      </DropPlayer>
    </section>
  );
}

async function Row({ gift, name }: { gift: DroppedGift; name: string }) {
  const t = await getTranslations('landing.strip');
  const style = { '--hue': gift.hue, '--gone': gift.soldOutSeconds } as CSSProperties;
  return (
    <>
      <div className="timeline-name" style={style}>
        <span className="gift-thumb">
          {/* biome-ignore lint/performance/noImgElement: a small drawing of ours, and the optimiser is off */}
          <img src={`/art/${gift.key}.svg`} alt="" width={24} height={24} />
        </span>
        <span className="drop-name">
          <b>{name}</b>
          <span>
            <Num value={gift.priceStars} />
            <Star decorative /> × <Num value={gift.supply} />
          </span>
        </span>
        {gift.premiumOnly && (
          <span className="drop-premium" title={t('premium')}>
            <Glyph name="premium" />
          </span>
        )}
      </div>
      <div className="timeline-track" style={style}>
        <svg
          className="timeline-curve"
          viewBox="0 0 100 20"
          preserveAspectRatio="none"
          style={{ left: position(0), width: `${(gift.soldOutSeconds / axisSeconds) * trackShare}%` }}
          aria-hidden="true"
        >
          <path d="M0 0L100 20H0Z" fill="var(--text)" opacity={0.16} />
          <path d="M0 0L100 20" fill="none" stroke="var(--text)" strokeWidth={1.5} vectorEffect="non-scaling-stroke" />
        </svg>
        <div className="drop-veil">
          <span className="drop-left" />
        </div>
        {axisMarks.slice(0, -1).map((second) => (
          <i key={second} className="timeline-grid" style={{ left: position(second) }} />
        ))}
      </div>
      <div className="timeline-verdict" style={style}>
        <span className="drop-verdict">
          <Verdict tone="quiet" glyph="sold-out">
            {t('soldOut', { seconds: String(gift.soldOutSeconds) })}
          </Verdict>
        </span>
      </div>
    </>
  );
}

/** The axis keeps a margin on both sides, as on the desk's timeline. */
const trackStart = 4;
const trackShare = 92;
const position = (second: number) => `${trackStart + (second / axisSeconds) * trackShare}%`;

function mark(second: number): string {
  return second === 0 ? '0' : `${Math.floor(second / 60)}:${String(second % 60).padStart(2, '0')}`;
}
