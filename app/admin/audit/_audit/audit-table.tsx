'use client';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useTRPC } from '#/app/_ui/api/trpc-context.ts';
import { useErrorText } from '#/app/_ui/api/use-error-text.ts';
import { Button, TextLink } from '#/app/_ui/kit/button.tsx';
import { FilterChip } from '#/app/_ui/kit/chip.tsx';
import { EmptyState } from '#/app/_ui/kit/states.tsx';
import { Moment } from '#/app/_ui/numbers/moment.tsx';
import type { TableColumn } from '#/app/_ui/table/column.ts';
import { DataTable } from '#/app/_ui/table/data-table.tsx';
import { FilterBar } from '#/app/_ui/table/filter-bar.tsx';
import { useTableState } from '#/app/_ui/table/url-state.tsx';
import type { AuditEntry } from './audit-rows.tsx';
import { useAuditWords } from './use-audit-words.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function AuditTable() {
  const t = useTranslations('admin.audit');
  const ui = useTranslations('ui');
  const trpc = useTRPC();
  const errorText = useErrorText();
  const words = useAuditWords();
  const state = useTableState({ columns: [], filters: ['action', 'user'] });
  const userId = state.filters.user && uuid.test(state.filters.user) ? state.filters.user : undefined;
  const audit = useInfiniteQuery(
    trpc.admin.audit.list.infiniteQueryOptions(
      { action: state.filters.action, userId, limit: 50 },
      { getNextPageParam: (page) => page.nextCursor ?? undefined, placeholderData: keepPreviousData },
    ),
  );
  const rows = audit.data?.pages.flatMap((page) => page.items);
  const people = rows?.flatMap(({ actor, subject }) => [actor, subject]) ?? [];
  const narrowedTo = people.find((person) => person?.id === userId);
  return (
    <>
      <FilterBar state={state} filters={[{ name: 'action', label: t('action'), options: words.all }]}>
        {userId && (
          <FilterChip name={t('who')} onRemove={() => state.setFilter('user', null)}>
            {narrowedTo?.name || userId.slice(0, 8)}
          </FilterChip>
        )}
      </FilterBar>
      <DataTable
        label={t('title')}
        columns={auditColumns(t, words)}
        rows={rows}
        rowKey={(entry) => entry.id}
        error={audit.error ? { text: errorText(audit.error), onRetry: () => void audit.refetch() } : null}
        more={
          audit.hasNextPage ? { isLoading: audit.isFetchingNextPage, onMore: () => void audit.fetchNextPage() } : null
        }
        empty={
          <EmptyState
            level={2}
            drawing="nothing-found"
            title={t('none')}
            action={state.isNarrowed ? <Button onClick={state.reset}>{ui('resetFilters')}</Button> : undefined}
          >
            {t('noneText')}
          </EmptyState>
        }
      />
    </>
  );
}

function auditColumns(
  t: ReturnType<typeof useTranslations<'admin.audit'>>,
  words: ReturnType<typeof useAuditWords>,
): TableColumn<AuditEntry>[] {
  return [
    { id: 'action', title: t('action'), role: 'title', cell: ({ action }) => words.action(action) },
    { id: 'who', title: t('who'), cell: ({ actor }) => (actor ? <PersonLink person={actor} /> : t('machine')) },
    {
      id: 'whom',
      title: t('whom'),
      cell: ({ actor, subject }) => (subject && subject.id !== actor?.id ? <PersonLink person={subject} /> : ''),
    },
    { id: 'details', title: t('details'), cell: ({ details }) => words.details(details) },
    { id: 'address', title: t('address'), cell: ({ address }) => <span className="mono">{address}</span> },
    { id: 'when', title: t('when'), figure: true, cell: ({ at }) => <Moment at={at} /> },
  ];
}

function PersonLink({ person }: { person: { id: string; name: string } }) {
  if (!uuid.test(person.id)) return person.name || person.id;
  return <TextLink href={`/admin/users/${person.id}`}>{person.name || person.id.slice(0, 8)}</TextLink>;
}
