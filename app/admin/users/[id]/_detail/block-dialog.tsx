'use client';
import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { FormEvent } from 'react';
import { useTRPC } from '#/app/_ui/api/trpc-context.ts';
import { useErrorText } from '#/app/_ui/api/use-error-text.ts';
import { Button } from '#/app/_ui/kit/button.tsx';
import { Dialog } from '#/app/_ui/kit/dialog.tsx';
import { Textarea } from '#/app/_ui/kit/input.tsx';
import { showToast } from '#/app/_ui/kit/toast.ts';

const formId = 'block-user';

/** Blocking needs a reason: the next admin will ask. */
export function BlockDialog(props: { open: boolean; onClose: () => void; userId: string; name: string }) {
  const { open, onClose, userId, name } = props;
  const t = useTranslations('admin.user');
  const ui = useTranslations('ui');
  const trpc = useTRPC();
  const router = useRouter();
  const errorText = useErrorText();
  const block = useMutation(
    trpc.admin.users.block.mutationOptions({
      onSuccess: () => {
        onClose();
        showToast({ text: t('blocked') });
        router.refresh();
      },
    }),
  );
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    block.mutate({ userId, reason: String(new FormData(event.currentTarget).get('reason')) });
  }
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('blockTitle', { name })}
      description={t('blockText')}
      footer={
        <>
          <Button tone="quiet" onClick={onClose}>
            {ui('dontDo')}
          </Button>
          <Button type="submit" form={formId} tone="danger" pending={block.isPending}>
            {t('block')}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit}>
        <Textarea
          label={t('blockReason')}
          name="reason"
          required
          minLength={3}
          maxLength={500}
          rows={3}
          error={block.error ? errorText(block.error) : undefined}
        />
      </form>
    </Dialog>
  );
}
