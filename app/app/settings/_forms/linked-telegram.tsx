'use client';
import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useTRPC } from '#/app/_ui/api/trpc-context.ts';
import { useErrorText } from '#/app/_ui/api/use-error-text.ts';
import { Glyph } from '#/app/_ui/drawings/icon.tsx';
import { Button } from '#/app/_ui/kit/button.tsx';
import { ConfirmDialog } from '#/app/_ui/kit/confirm-dialog.tsx';
import { showToast } from '#/app/_ui/kit/toast.ts';
import type { Me } from '#/server/users/profile/schema.ts';

export function LinkedTelegram({ telegram }: { telegram: NonNullable<Me['telegram']> }) {
  const t = useTranslations('settings.telegram');
  const trpc = useTRPC();
  const router = useRouter();
  const errorText = useErrorText();
  const [asked, setAsked] = useState(false);
  const unlink = useMutation(
    trpc.linking.unlink.mutationOptions({
      onSuccess: () => {
        showToast({ text: t('unlinked') });
        router.refresh();
      },
    }),
  );
  return (
    <div className="row flex-wrap">
      <Glyph name="ok" />
      <div className="row-text">
        <p className="row-title">
          {telegram.username ? t('linkedAs', { username: telegram.username }) : t('linkedId', { id: telegram.id })}
        </p>
        <p>{t('linkedNote')}</p>
      </div>
      <Button onClick={() => setAsked(true)}>{t('unlink')}</Button>
      <ConfirmDialog
        open={asked}
        onClose={() => setAsked(false)}
        title={t('unlinkTitle')}
        description={t('unlinkText')}
        action={t('unlink')}
        error={unlink.error ? errorText(unlink.error) : undefined}
        onConfirm={() => unlink.mutateAsync()}
      />
    </div>
  );
}
