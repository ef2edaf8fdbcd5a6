import { getTranslations } from 'next-intl/server';
import type { CSSProperties } from 'react';
import { Num } from '../../_ui/numbers/amount.tsx';
import { type DroppedGift, drop, dropSeconds } from '../../(public)/_landing/drops.ts';
import { arc, centre, guilloche, pointAt, starFacets } from './geometry.ts';

const firstRing = 242;
const ringStep = 14;
const pattern = guilloche(146);
const facets = starFacets(54, 23.8);
const outline = Array.from({ length: 12 }, (_, index) => pointAt(index * 30, index % 2 === 0 ? 54 : 23.8));

/** A real drop as a clock: each ring lasts as long as its gift did. The hand sweeps once; the table says it in words. */
export async function Dial() {
  const t = await getTranslations('auth.dial');
  return (
    <>
      <svg className="dial" viewBox="0 0 640 640" aria-hidden="true">
        <g fill="none" stroke="var(--hairline)">
          <circle cx={centre} cy={centre} r={296} />
          <circle cx={centre} cy={centre} r={262} />
          <circle cx={centre} cy={centre} r={118} />
          <path d={pattern} stroke="var(--control)" strokeOpacity={0.55} />
        </g>
        <Ticks count={180} length={6} colour="var(--hairline)" />
        <Ticks count={36} length={12} colour="var(--control)" />
        {[0, 60, 120, 180, 240, 300].map((second) => (
          <Minute key={second} second={second} />
        ))}
        {drop.map((gift, index) => (
          <Ring key={gift.key} gift={gift} radius={firstRing - index * ringStep} />
        ))}
        <path
          className="dial-hand"
          d={`M${centre} ${centre}V${centre - 250}`}
          style={{ '--end': `${dropSeconds}deg` } as CSSProperties}
        />
        <circle cx={centre} cy={centre} r={66} fill="var(--bg)" />
        {facets.map(({ path, shaded }) => (
          <path key={path} d={path} className={shaded ? 'dial-star-shade' : 'dial-star'} />
        ))}
        <path d={`M${outline.map((point) => point.join(' ')).join('L')}Z`} className="dial-star-edge" />
      </svg>
      <DialTable label={t('label')} />
    </>
  );
}

function Ring({ gift, radius }: { gift: DroppedGift; radius: number }) {
  const end = gift.soldOutSeconds;
  return (
    <>
      <path d={arc(0, end, radius)} stroke="var(--hairline)" strokeWidth={6} fill="none" />
      <path
        className="dial-end"
        d={arc(end - 1.5, end + 1.5, radius)}
        style={{ '--at': end / dropSeconds } as CSSProperties}
      />
    </>
  );
}

/** A dashed circle: every dash one pixel wide is a tick. */
function Ticks({ count, length, colour }: { count: number; length: number; colour: string }) {
  const radius = 262 + length / 2;
  const width = count / (2 * Math.PI * radius);
  return (
    <circle
      cx={centre}
      cy={centre}
      r={radius}
      fill="none"
      stroke={colour}
      strokeWidth={length}
      pathLength={count}
      strokeDasharray={`${width.toFixed(3)} ${(1 - width).toFixed(3)}`}
      strokeDashoffset={(width / 2).toFixed(3)}
      transform={`rotate(-90 ${centre} ${centre})`}
    />
  );
}

function Minute({ second }: { second: number }) {
  const [x, y] = pointAt(second, 300);
  return (
    <>
      <path
        d={`M${pointAt(second, 256).join(' ')}L${pointAt(second, 282).join(' ')}`}
        stroke="var(--text)"
        strokeWidth={1.5}
      />
      <text x={x} y={y + 4} textAnchor="middle">
        {second === 0 ? '0' : `${second / 60}:00`}
      </text>
    </>
  );
}

async function DialTable({ label }: { label: string }) {
  const t = await getTranslations('auth.dial');
  const names = await getTranslations('landing.strip.names');
  return (
    <div className="sr-only">
      <table>
        <caption>{label}</caption>
        <thead>
          <tr>
            <th scope="col">{t('gift')}</th>
            <th scope="col">{t('price')}</th>
            <th scope="col">{t('supply')}</th>
            <th scope="col">{t('gone')}</th>
          </tr>
        </thead>
        <tbody>
          {drop.map((gift) => (
            <tr key={gift.key}>
              <th scope="row">{names(gift.key)}</th>
              <td>
                <Num value={gift.priceStars} />
              </td>
              <td>
                <Num value={gift.supply} />
              </td>
              <td>{t('seconds', { value: String(gift.soldOutSeconds) })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
