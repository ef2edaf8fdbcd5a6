'use client';
import { useTranslations } from 'next-intl';
import { Plate, Section } from '#/app/_ui/kit/plate.tsx';
import { EmptyState } from '#/app/_ui/kit/states.tsx';
import { Verdict } from '#/app/_ui/kit/verdict.tsx';
import { TimeAgo } from '#/app/_ui/numbers/time-ago.tsx';
import type { Status } from './health-board.tsx';

export function Workers({ workers }: { workers: Status['workers'] }) {
  const t = useTranslations('admin.health');
  const alive = workers.filter((worker) => worker.live).length;
  return (
    <Section title={t('workers')} meta={t('workersMeta', { count: alive })}>
      <Plate>
        {workers.length === 0 && (
          <EmptyState drawing="desk" title={t('noWorkers')}>
            {t('noWorkersText')}
          </EmptyState>
        )}
        {workers.map((worker) => (
          <div key={worker.id} className="row">
            <div className="row-text">
              <p className="row-title">
                {worker.host} <span className="mono text-muted">{worker.pid}</span>
              </p>
              <p>
                {t('beat')} <TimeAgo at={worker.beatAt} /> · {t('version')}{' '}
                <span className="mono">{worker.version}</span>
              </p>
            </div>
            <Verdict tone={worker.live ? 'ok' : 'quiet'} glyph={worker.live ? 'live' : 'clock'}>
              {worker.live ? t('alive') : t('silent')}
            </Verdict>
          </div>
        ))}
      </Plate>
    </Section>
  );
}
