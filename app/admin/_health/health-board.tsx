'use client';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import type { z } from 'zod';
import { useTRPC } from '#/app/_ui/api/trpc-context.ts';
import { TextLink } from '#/app/_ui/kit/button.tsx';
import { PageHead } from '#/app/_ui/kit/plate.tsx';
import { Stat, StatRow } from '#/app/_ui/kit/stat.tsx';
import { Verdict } from '#/app/_ui/kit/verdict.tsx';
import { Num } from '#/app/_ui/numbers/amount.tsx';
import type { systemStatus } from '#/server/system/schema.ts';
import { Checks } from './checks.tsx';
import { Workers } from './workers.tsx';

export type Status = z.output<typeof systemStatus>;
const askEveryMs = 5_000;

/** The same readiness as /readyz, kept fresh while somebody looks. */
export function HealthBoard({ initial }: { initial: Status }) {
  const t = useTranslations('admin.health');
  const trpc = useTRPC();
  const { data: status = initial } = useQuery(
    trpc.admin.system.status.queryOptions(undefined, { initialData: initial, refetchInterval: askEveryMs }),
  );
  const sum = (field: 'queued' | 'active' | 'failed') =>
    status.queues.reduce((total, queue) => total + queue[field], 0);
  const oldest = Math.round(Math.max(0, ...status.queues.map(({ oldestSeconds }) => oldestSeconds)));
  return (
    <>
      <PageHead
        title={t('title')}
        sub={<span className="mono">{status.version}</span>}
        actions={
          <span role="status">
            <Verdict tone={status.ready ? 'ok' : 'bad'}>{status.ready ? t('allGood') : t('notGood')}</Verdict>
          </span>
        }
      />
      <StatRow close>
        <Stat
          label={t('waiting')}
          aside={<TextLink href="/admin/queue">{t('toQueue')}</TextLink>}
          figure={<Num value={sum('queued')} />}
          ticking
          note={t('oldest', { seconds: oldest })}
        />
        <Stat label={t('running')} figure={<Num value={sum('active')} />} ticking />
        <Stat label={t('dead')} figure={<Num value={sum('failed')} />} ticking />
      </StatRow>
      <div className="mt-6 grid gap-6 desk:grid-cols-2">
        <div className="min-w-0">
          <Checks checks={status.checks} />
        </div>
        <div className="min-w-0">
          <Workers workers={status.workers} />
        </div>
      </div>
    </>
  );
}
