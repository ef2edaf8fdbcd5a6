'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { z } from 'zod';
import { useTRPC } from '#/app/_ui/api/trpc-context.ts';
import { useErrorText } from '#/app/_ui/api/use-error-text.ts';
import { Button } from '#/app/_ui/kit/button.tsx';
import { Section } from '#/app/_ui/kit/plate.tsx';
import { EmptyState } from '#/app/_ui/kit/states.tsx';
import { showToast } from '#/app/_ui/kit/toast.ts';
import { TimeAgo } from '#/app/_ui/numbers/time-ago.tsx';
import type { TableColumn } from '#/app/_ui/table/column.ts';
import { DataTable } from '#/app/_ui/table/data-table.tsx';
import type { telegramTroubles } from '#/server/bot/schema.ts';

type Troubles = z.output<typeof telegramTroubles>;
type Update = Troubles['updates'][number];
type Message = Troubles['messages'][number];
const askEveryMs = 10_000;

/** Updates the bot gave up, and messages of which nobody knows whether they went out. */
export function TelegramTroubles({ initial }: { initial: Troubles }) {
  const t = useTranslations('admin.telegram');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const errorText = useErrorText();
  const { data: troubles = initial } = useQuery(
    trpc.admin.telegram.troubles.queryOptions(undefined, { initialData: initial, refetchInterval: askEveryMs }),
  );
  const onSettled = () => queryClient.invalidateQueries({ queryKey: trpc.admin.telegram.troubles.queryKey() });
  const onError = (error: unknown) => showToast({ text: errorText(error), tone: 'bad' });
  const retry = useMutation(
    trpc.admin.telegram.retryUpdates.mutationOptions({
      onSuccess: ({ count }) => showToast({ text: t('retried', { count }) }),
      onError,
      onSettled,
    }),
  );
  const settle = useMutation(
    trpc.admin.telegram.settleMessages.mutationOptions({
      onSuccess: ({ count }) => showToast({ text: t('settled', { count }) }),
      onError,
      onSettled,
    }),
  );
  const updateColumns = useUpdateColumns();
  const messageColumns = useMessageColumns();
  const { updates, messages, inbox } = troubles;
  return (
    <>
      <Section title={t('updates')} meta={t('updatesMeta', { open: inbox.open })}>
        <DataTable
          label={t('updates')}
          columns={updateColumns}
          rows={updates}
          rowKey={({ id }) => id}
          selection={{
            nameOf: ({ id }) => id,
            actions: (ids, clear) => (
              <Button
                size="small"
                pending={retry.isPending}
                onClick={() => retry.mutate({ ids: [...ids] }, { onSuccess: clear })}
              >
                {t('retry')}
              </Button>
            ),
          }}
          empty={
            <EmptyState drawing="desk" title={t('noUpdates')}>
              {t('noUpdatesText')}
            </EmptyState>
          }
        />
      </Section>
      {messages.length > 0 && (
        <Section title={t('messages')} meta={t('messagesMeta', { count: messages.length })}>
          <p className="mb-3">{t('messagesText')}</p>
          <DataTable
            label={t('messages')}
            columns={messageColumns}
            rows={messages}
            rowKey={({ id }) => id}
            selection={{
              nameOf: ({ chatId }) => chatId,
              actions: (ids, clear) =>
                (['send-again', 'leave'] as const).map((decision) => (
                  <Button
                    key={decision}
                    size="small"
                    pending={settle.isPending}
                    onClick={() => settle.mutate({ ids: [...ids], decision }, { onSuccess: clear })}
                  >
                    {t(decision === 'leave' ? 'leave' : 'sendAgain')}
                  </Button>
                )),
            }}
            empty={null}
          />
        </Section>
      )}
    </>
  );
}

function useUpdateColumns(): readonly TableColumn<Update>[] {
  const t = useTranslations('admin.telegram');
  const queue = useTranslations('admin.queue');
  return useMemo(
    (): TableColumn<Update>[] => [
      { id: 'update', title: t('update'), role: 'title', cell: ({ id }) => <span className="mono">{id}</span> },
      { id: 'error', title: queue('message'), cell: ({ error }) => error },
      { id: 'attempts', title: queue('attempts'), figure: true, cell: ({ attempts }) => attempts },
      { id: 'died', title: queue('died'), figure: true, cell: ({ diedAt }) => <TimeAgo at={diedAt} /> },
    ],
    [t, queue],
  );
}

function useMessageColumns(): readonly TableColumn<Message>[] {
  const t = useTranslations('admin.telegram');
  return useMemo(
    (): TableColumn<Message>[] => [
      { id: 'chat', title: t('chat'), role: 'title', cell: ({ chatId }) => <span className="mono">{chatId}</span> },
      { id: 'kind', title: t('kind'), cell: ({ kind }) => kind },
      { id: 'sent', title: t('sent'), figure: true, cell: ({ sentAt }) => sentAt && <TimeAgo at={sentAt} /> },
    ],
    [t],
  );
}
