import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Legend, Meter } from '../../_ui/kit/meter.tsx';
import { SectionHead } from '../../_ui/kit/plate.tsx';
import { SupplyBar } from '../../_ui/kit/supply-bar.tsx';
import { Verdict } from '../../_ui/kit/verdict.tsx';
import { engravedRibbon } from '../../(auth)/_dial/geometry.ts';
import { numbers } from './numbers.tsx';

type System = 'gifts' | 'checks' | 'loyalty' | 'wallet';

/** What works today. A room that is finished says so here, nowhere else. */
const works: Record<System, boolean> = { gifts: false, checks: false, loyalty: false, wallet: false };

/** The four systems, each by the instrument it will be read from. */
export async function Systems() {
  const t = await getTranslations('landing.systems');
  const drawings: Record<System, ReactNode> = {
    gifts: <SupplyBar supply={20_000} left={20_000} limit={50_000} />,
    checks: (
      <>
        <Meter
          label={t('checks.drawing')}
          parts={[
            { kind: 'ink', share: 0.74 },
            { kind: 'hatch', share: 0.26 },
          ]}
        />
        <Legend
          items={[
            { kind: 'ink', label: t('checks.mutual') },
            { kind: 'hatch', label: t('checks.oneWay') },
          ]}
        />
      </>
    ),
    loyalty: (
      <span className="system-points">
        <b>{t('loyalty.amount')}</b>
        <Ribbon />
      </span>
    ),
    wallet: (
      <>
        <Meter
          label={t('wallet.drawing')}
          parts={[
            { kind: 'reserve', share: 10_000 / 15_550 },
            { kind: 'gold', share: 5_550 / 15_550 },
          ]}
        />
        <Legend
          items={[
            { kind: 'reserve', label: t.rich('wallet.reserved', numbers) },
            { kind: 'gold', label: t.rich('wallet.free', numbers) },
          ]}
        />
      </>
    ),
  };
  return (
    <section aria-labelledby="systems">
      <SectionHead id="systems" title={t('title')} meta={t('meta')} />
      <div className="plate systems">
        {(Object.keys(drawings) as System[]).map((system) => (
          <article key={system} className="system">
            <div className="system-head">
              <h3>{t(`${system}.title`)}</h3>
              <Verdict tone={works[system] ? 'ok' : 'quiet'}>{works[system] ? t('works') : t('building')}</Verdict>
            </div>
            <p>{t(`${system}.text`)}</p>
            <div className="system-figure">{t.rich(`${system}.figure`, numbers)}</div>
            <div className="system-drawing">{drawings[system]}</div>
          </article>
        ))}
      </div>
      <p className="systems-note">{t('honest')}</p>
    </section>
  );
}

const ribbon = engravedRibbon(160, 44);

/** A strip of the card's engraving. */
function Ribbon() {
  return (
    <svg viewBox="0 0 160 44" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      <path d={ribbon} fill="none" stroke="currentColor" strokeOpacity={0.7} />
    </svg>
  );
}
