import { useTranslations } from 'next-intl';
import type { CSSProperties } from 'react';
import { classNames } from './class-names.ts';

export type StageName = 'seen' | 'decided' | 'form' | 'sent' | 'confirmed';
export interface Stage {
  name: StageName;
  ms: number;
  /** Our time is ink, Telegram's is hatched. */
  whose: 'ours' | 'theirs';
  /** Slower than the usual: rust. */
  slow?: boolean;
}

/**
 * Where the milliseconds went: seen -> decided -> sent -> confirmed.
 * `axisMs`: the longest strip of the list, so that all share one time axis. `outcome`: green post, red post, or none yet.
 */
export function StageStrip({
  stages,
  axisMs = 600,
  outcome = 'confirmed',
  names = true,
}: {
  stages: readonly Stage[];
  axisMs?: number;
  outcome?: 'confirmed' | 'refused' | 'unknown';
  names?: boolean;
}) {
  const t = useTranslations('ui.stages');
  const words = stages.map((stage) => `${t(stage.name)} ${t('ms', { value: String(stage.ms) })}`).join(', ');
  const style = { '--per-ms': `${96 / axisMs}%` } as CSSProperties;
  return (
    <div>
      <div className="stages" style={style} role="img" aria-label={t('label', { stages: words })}>
        {stages.map((stage) => (
          <i
            key={stage.name}
            className={classNames(`stage-${stage.whose}`, stage.slow && 'stage-slow')}
            style={{ '--ms': stage.ms } as CSSProperties}
          />
        ))}
        {outcome !== 'unknown' && <i className={classNames('stage-end', outcome === 'refused' && 'stage-broken')} />}
      </div>
      {names && (
        <div className="stage-names" aria-hidden="true">
          {stages.map((stage) => (
            <div key={stage.name}>
              <em>{t(stage.name)}</em>
              <b className={stage.slow ? 'text-warn' : undefined}>{stage.ms}</b>
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
