import { useTranslations } from 'next-intl';
import type { CSSProperties } from 'react';
import { groupDigits } from '#/server/lib/money.ts';
import { classNames } from './class-names.ts';
import { percent } from './meter.tsx';
import { supplyPosition } from './supply-scale.ts';

/** Length = supply on the common ruler, fill = share left, notch = your limit, rust hatch = beyond it. No limit, no notch. */
export function SupplyBar({
  supply,
  left,
  limit,
  scale = true,
}: {
  supply: number;
  left: number;
  limit?: number | null;
  scale?: boolean;
}) {
  const t = useTranslations('ui.supply');
  const hasLimit = limit !== undefined && limit !== null;
  const numbers = { supply: groupDigits(supply), left: groupDigits(left) };
  const label = hasLimit ? t('labelLimit', { ...numbers, limit: groupDigits(limit) }) : t('label', numbers);
  const style = {
    '--supply': percent(supplyPosition(supply)),
    '--left': String(supply > 0 ? Math.min(left / supply, 1) : 0),
    ...(hasLimit && { '--limit': percent(supplyPosition(limit)) }),
  } as CSSProperties;
  return (
    <>
      <div
        className={classNames('supply', hasLimit && supply > limit && 'supply-over')}
        style={style}
        role="img"
        aria-label={label}
      >
        <span className="supply-bar">
          <b />
        </span>
        {hasLimit && <span className="notch" />}
      </div>
      {scale && <SupplyScale />}
    </>
  );
}

export function SupplyScale() {
  const t = useTranslations('ui.supply');
  return (
    <div className="scale" aria-hidden="true">
      <span style={{ left: 0 }}>{t('thousand')}</span>
      <span style={{ left: '33.33%' }}>10</span>
      <span style={{ left: '66.66%' }}>100</span>
      <span style={{ left: '100%' }}>{t('million')}</span>
    </div>
  );
}
