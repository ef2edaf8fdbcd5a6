'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import type { z } from 'zod';
import { useTRPC } from '#/app/_ui/api/trpc-context.ts';
import { useErrorText } from '#/app/_ui/api/use-error-text.ts';
import { Button } from '#/app/_ui/kit/button.tsx';
import { ConfirmDialog } from '#/app/_ui/kit/confirm-dialog.tsx';
import { Section } from '#/app/_ui/kit/plate.tsx';
import { EmptyState } from '#/app/_ui/kit/states.tsx';
import { showToast } from '#/app/_ui/kit/toast.ts';
import { TimeAgo } from '#/app/_ui/numbers/time-ago.tsx';
import type { TableColumn } from '#/app/_ui/table/column.ts';
import { DataTable } from '#/app/_ui/table/data-table.tsx';
import type { deadLetterList } from '#/server/system/schema.ts';

type Letters = z.output<typeof deadLetterList>;
type Letter = Letters['items'][number];
const askEveryMs = 10_000;

/** Jobs that were given up: sent again in bulk, or thrown away after a typed word. */
export function DeadLetters({ initial }: { initial: Letters }) {
  const t = useTranslations('admin.queue');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const errorText = useErrorText();
  const [discarding, setDiscarding] = useState<{ ids: readonly string[]; clear: () => void } | null>(null);
  const { data: letters = initial } = useQuery(
    trpc.admin.system.deadLetters.queryOptions(undefined, { initialData: initial, refetchInterval: askEveryMs }),
  );
  const settled = () =>
    Promise.all([
      queryClient.invalidateQueries({ queryKey: trpc.admin.system.deadLetters.queryKey() }),
      queryClient.invalidateQueries({ queryKey: trpc.admin.system.status.queryKey() }),
    ]);
  const retry = useMutation(
    trpc.admin.system.retryDeadLetters.mutationOptions({
      onSuccess: ({ count }) => showToast({ text: t('retried', { count }) }),
      onError: (error) => showToast({ text: errorText(error), tone: 'bad' }),
      onSettled: settled,
    }),
  );
  const discard = useMutation(
    trpc.admin.system.discardDeadLetters.mutationOptions({
      onSuccess: ({ count }) => showToast({ text: t('discarded', { count }) }),
      onSettled: settled,
    }),
  );
  const columns = useMemo((): TableColumn<Letter>[] => letterColumns(t), [t]);
  return (
    <Section title={t('letters')} meta={t('lettersMeta', { count: letters.items.length })}>
      <DataTable
        label={t('letters')}
        columns={columns}
        rows={letters.items}
        rowKey={(letter) => letter.id}
        selection={{
          nameOf: (letter) => letter.queue,
          actions: (ids, clear) => (
            <>
              <Button
                size="small"
                pending={retry.isPending}
                onClick={() => retry.mutate({ ids: [...ids] }, { onSuccess: clear })}
              >
                {t('retry')}
              </Button>
              <Button size="small" tone="danger" onClick={() => setDiscarding({ ids, clear })}>
                {t('discard')}
              </Button>
            </>
          ),
        }}
        empty={
          <EmptyState drawing="printer" title={t('noLetters')}>
            {t('noLettersText')}
          </EmptyState>
        }
      />
      <ConfirmDialog
        open={discarding !== null}
        onClose={() => setDiscarding(null)}
        title={t('discardTitle', { count: discarding?.ids.length ?? 0 })}
        description={t('discardText')}
        action={t('discard')}
        word={t('discardWord')}
        error={discard.error ? errorText(discard.error) : undefined}
        onConfirm={async () => {
          if (!discarding) return;
          await discard.mutateAsync({ ids: [...discarding.ids] });
          discarding.clear();
        }}
      />
    </Section>
  );
}

function letterColumns(t: ReturnType<typeof useTranslations<'admin.queue'>>): TableColumn<Letter>[] {
  return [
    { id: 'queue', title: t('queue'), role: 'title', cell: ({ queue }) => <span className="mono">{queue}</span> },
    { id: 'message', title: t('message'), cell: ({ message }) => message || t('noMessage') },
    { id: 'attempts', title: t('attempts'), figure: true, cell: ({ attempts }) => attempts },
    { id: 'died', title: t('died'), figure: true, cell: ({ diedAt }) => <TimeAgo at={diedAt} /> },
  ];
}
