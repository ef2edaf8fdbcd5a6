'use client';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { useTRPC } from '#/app/_ui/api/trpc-context.ts';
import { Section } from '#/app/_ui/kit/plate.tsx';
import { EmptyState } from '#/app/_ui/kit/states.tsx';
import { Num } from '#/app/_ui/numbers/amount.tsx';
import type { TableColumn } from '#/app/_ui/table/column.ts';
import { DataTable } from '#/app/_ui/table/data-table.tsx';
import type { Status } from '../../_health/health-board.tsx';

type Line = Status['queues'][number];
const askEveryMs = 5_000;
const counts = ['queued', 'deferred', 'active', 'failed'] as const;

export function Queues({ initial }: { initial: Status }) {
  const t = useTranslations('admin.queue');
  const trpc = useTRPC();
  const { data: status = initial } = useQuery(
    trpc.admin.system.status.queryOptions(undefined, { initialData: initial, refetchInterval: askEveryMs }),
  );
  const columns = useMemo(
    (): TableColumn<Line>[] => [
      { id: 'queue', title: t('queue'), role: 'title', cell: (line) => <span className="mono">{line.queue}</span> },
      ...counts.map((count) => ({
        id: count,
        title: t(count),
        figure: true,
        cell: (line: Line) => <Num value={line[count]} />,
      })),
      {
        id: 'oldest',
        title: t('oldest'),
        figure: true,
        cell: (line) => <Num value={Math.round(line.oldestSeconds)} />,
      },
    ],
    [t],
  );
  return (
    <Section title={t('queues')} meta={<Num value={status.queues.length} />}>
      <DataTable
        label={t('queues')}
        columns={columns}
        rows={status.queues}
        rowKey={(line) => line.queue}
        empty={
          <EmptyState drawing="desk" title={t('noQueues')}>
            {t('noQueuesText')}
          </EmptyState>
        }
      />
    </Section>
  );
}
