'use client';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { z } from 'zod';
import { useTRPC } from '#/app/_ui/api/trpc-context.ts';
import { useErrorText } from '#/app/_ui/api/use-error-text.ts';
import { Button } from '#/app/_ui/kit/button.tsx';
import { EmptyState } from '#/app/_ui/kit/states.tsx';
import { showToast } from '#/app/_ui/kit/toast.ts';
import { Verdict } from '#/app/_ui/kit/verdict.tsx';
import { Moment } from '#/app/_ui/numbers/moment.tsx';
import type { TableColumn } from '#/app/_ui/table/column.ts';
import { DataTable } from '#/app/_ui/table/data-table.tsx';
import type { invitation } from '#/server/users/invitations/schema.ts';
import { NewInvitation } from './new-invitation.tsx';

type Invitation = z.output<typeof invitation>;
const looks = {
  open: { tone: 'warn', glyph: 'clock' },
  used: { tone: 'ok', glyph: 'ok' },
  expired: { tone: 'quiet', glyph: 'sold-out' },
} as const;

export function InvitationTable() {
  const t = useTranslations('admin.invitations');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const errorText = useErrorText();
  const [making, setMaking] = useState(false);
  const invitations = useInfiniteQuery(
    trpc.admin.invitations.list.infiniteQueryOptions(
      { limit: 50 },
      { getNextPageParam: (page) => page.nextCursor ?? undefined },
    ),
  );
  const reload = () => queryClient.invalidateQueries({ queryKey: trpc.admin.invitations.list.pathKey() });
  const revoke = useMutation(
    trpc.admin.invitations.revoke.mutationOptions({
      onSuccess: () => showToast({ text: t('revoked') }),
      onError: (error) => showToast({ text: errorText(error), tone: 'bad' }),
      onSettled: reload,
    }),
  );
  const make = (
    <Button tone="primary" icon="plus" onClick={() => setMaking(true)}>
      {t('create')}
    </Button>
  );
  const rows = invitations.data?.pages.flatMap((page) => page.items);
  return (
    <div className="grid gap-4">
      <DataTable
        label={t('title')}
        columns={invitationColumns(t, (invitationId) => revoke.mutate({ invitationId }))}
        rows={rows}
        rowKey={(one) => one.id}
        error={
          invitations.error ? { text: errorText(invitations.error), onRetry: () => void invitations.refetch() } : null
        }
        more={
          invitations.hasNextPage
            ? { isLoading: invitations.isFetchingNextPage, onMore: () => void invitations.fetchNextPage() }
            : null
        }
        empty={
          <EmptyState level={2} drawing="key" title={t('none')} action={make}>
            {t('noneText')}
          </EmptyState>
        }
      />
      {rows && rows.length > 0 && <div>{make}</div>}
      <NewInvitation
        open={making}
        onClose={() => {
          setMaking(false);
          void reload();
        }}
      />
    </div>
  );
}

function invitationColumns(
  t: ReturnType<typeof useTranslations<'admin.invitations'>>,
  revoke: (id: string) => void,
): TableColumn<Invitation>[] {
  return [
    {
      id: 'state',
      title: t('state'),
      role: 'title',
      cell: ({ state }) => (
        <Verdict tone={looks[state].tone} glyph={looks[state].glyph} bare>
          {t(`states.${state}`)}
        </Verdict>
      ),
    },
    { id: 'made', title: t('made'), cell: ({ createdAt }) => <Moment at={createdAt} /> },
    { id: 'expires', title: t('expires'), cell: ({ expiresAt }) => <Moment at={expiresAt} /> },
    { id: 'used', title: t('used'), cell: ({ usedAt }) => (usedAt ? <Moment at={usedAt} /> : '') },
    {
      id: 'actions',
      title: t('revoke'),
      role: 'actions',
      cell: ({ id, state }) =>
        state === 'open' && (
          <Button size="small" onClick={() => revoke(id)}>
            {t('revoke')}
          </Button>
        ),
    },
  ];
}
