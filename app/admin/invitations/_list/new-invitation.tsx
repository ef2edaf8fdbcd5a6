'use client';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import type { FormEvent } from 'react';
import { useTRPC } from '#/app/_ui/api/trpc-context.ts';
import { useErrorText } from '#/app/_ui/api/use-error-text.ts';
import { Button } from '#/app/_ui/kit/button.tsx';
import { CopyField } from '#/app/_ui/kit/copy.tsx';
import { Dialog } from '#/app/_ui/kit/dialog.tsx';
import { Input } from '#/app/_ui/kit/input.tsx';

const formId = 'new-invitation';

/** The link is shown once. */
export function NewInvitation({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useTranslations('admin.invitations');
  const common = useTranslations('common');
  const trpc = useTRPC();
  const errorText = useErrorText();
  const create = useMutation(trpc.admin.invitations.create.mutationOptions());
  const made = create.data;
  function close() {
    create.reset();
    onClose();
  }
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    create.mutate({ days: Number(new FormData(event.currentTarget).get('days')) });
  }
  return (
    <Dialog
      open={open}
      onClose={close}
      keepOnOutsidePress
      title={made ? t('created') : t('create')}
      description={made ? t('createdText') : undefined}
      footer={
        made ? (
          <Button tone="primary" onClick={close}>
            {t('done')}
          </Button>
        ) : (
          <>
            <Button tone="quiet" onClick={close}>
              {common('cancel')}
            </Button>
            <Button type="submit" form={formId} tone="primary" pending={create.isPending}>
              {t('create')}
            </Button>
          </>
        )
      }
    >
      {made ? (
        <CopyField label={t('link')} value={`${location.origin}${made.path}`} />
      ) : (
        <form id={formId} onSubmit={submit}>
          <Input
            label={t('days')}
            name="days"
            type="number"
            inputMode="numeric"
            min={1}
            max={30}
            defaultValue={7}
            required
            error={create.error ? errorText(create.error) : undefined}
          />
        </form>
      )}
    </Dialog>
  );
}
