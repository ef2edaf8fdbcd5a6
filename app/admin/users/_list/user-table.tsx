'use client';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { z } from 'zod';
import { useTRPC } from '#/app/_ui/api/trpc-context.ts';
import { useErrorText } from '#/app/_ui/api/use-error-text.ts';
import { Button, TextLink } from '#/app/_ui/kit/button.tsx';
import { EmptyState } from '#/app/_ui/kit/states.tsx';
import { ShortMoment } from '#/app/_ui/numbers/moment.tsx';
import { TimeAgo } from '#/app/_ui/numbers/time-ago.tsx';
import type { TableColumn } from '#/app/_ui/table/column.ts';
import { DataTable } from '#/app/_ui/table/data-table.tsx';
import { FilterBar } from '#/app/_ui/table/filter-bar.tsx';
import { useTableState } from '#/app/_ui/table/url-state.tsx';
import type { userSummary } from '#/server/users/admin/schema.ts';
import { userNameOf } from './user-name.ts';
import { UserState } from './user-state.tsx';

type User = z.output<typeof userSummary>;
const filters = ['active', 'blocked', 'admins', 'telegram', 'deleted'] as const;

/** Search and filter in the address, pages on demand. */
export function UserTable() {
  const t = useTranslations('admin.users');
  const ui = useTranslations('ui');
  const trpc = useTRPC();
  const errorText = useErrorText();
  const state = useTableState({ columns: [], filters: ['who'] });
  const filter = filters.find((one) => one === state.filters.who) ?? 'all';
  const users = useInfiniteQuery(
    trpc.admin.users.list.infiniteQueryOptions(
      { search: state.search || undefined, filter, limit: 50 },
      { getNextPageParam: (page) => page.nextCursor ?? undefined, placeholderData: keepPreviousData },
    ),
  );
  const columns = useMemo(() => userColumns(t), [t]);
  const rows = users.data?.pages.flatMap((page) => page.items);
  const total = users.data?.pages[0]?.total;
  return (
    <>
      <FilterBar
        state={state}
        searchLabel={t('search')}
        filters={[
          {
            name: 'who',
            label: t('filter'),
            options: filters.map((value) => ({ value, label: t(`filters.${value}`) })),
          },
        ]}
      >
        <span className="text-muted" role="status">
          {total === undefined ? '' : t('total', { count: total })}
        </span>
      </FilterBar>
      <DataTable
        label={t('title')}
        columns={columns}
        rows={rows}
        rowKey={(user) => user.id}
        error={users.error ? { text: errorText(users.error), onRetry: () => void users.refetch() } : null}
        more={
          users.hasNextPage ? { isLoading: users.isFetchingNextPage, onMore: () => void users.fetchNextPage() } : null
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

function userColumns(t: ReturnType<typeof useTranslations<'admin.users'>>): TableColumn<User>[] {
  return [
    {
      id: 'name',
      title: t('name'),
      role: 'title',
      cell: (user) => (
        <>
          <TextLink href={`/admin/users/${user.id}`}>{userNameOf(user) ?? t('nameless')}</TextLink>
          {user.login && user.displayName && <span className="text-muted"> {user.login}</span>}
          {user.isDemo && <span className="text-muted"> {t('demo')}</span>}
        </>
      ),
    },
    {
      id: 'telegram',
      title: t('telegram'),
      cell: (user) =>
        user.telegramUsername ? `@${user.telegramUsername}` : <span className="mono">{user.telegramId ?? ''}</span>,
    },
    { id: 'role', title: t('role'), cell: (user) => t(`roles.${user.role}`) },
    { id: 'state', title: t('state'), cell: (user) => <UserState state={user.state} /> },
    { id: 'created', title: t('created'), figure: true, cell: (user) => <ShortMoment at={user.createdAt} /> },
    {
      id: 'seen',
      title: t('seen'),
      figure: true,
      cell: (user) => (user.lastSeenAt ? <TimeAgo at={user.lastSeenAt} /> : t('never')),
    },
  ];
}
