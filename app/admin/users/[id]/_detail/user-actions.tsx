'use client';
import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useTRPC } from '#/app/_ui/api/trpc-context.ts';
import { useErrorText } from '#/app/_ui/api/use-error-text.ts';
import { Button } from '#/app/_ui/kit/button.tsx';
import { ConfirmDialog } from '#/app/_ui/kit/confirm-dialog.tsx';
import { showToast } from '#/app/_ui/kit/toast.ts';
import { BlockDialog } from './block-dialog.tsx';
import type { UserDetail } from './user-facts.tsx';

export function UserActions({ user, name }: { user: UserDetail; name: string }) {
  const t = useTranslations('admin.user');
  const trpc = useTRPC();
  const router = useRouter();
  const errorText = useErrorText();
  const [asked, setAsked] = useState<'block' | 'role' | null>(null);
  const close = () => setAsked(null);
  const unblock = useMutation(
    trpc.admin.users.unblock.mutationOptions({
      onSuccess: () => {
        showToast({ text: t('unblocked') });
        router.refresh();
      },
      onError: (error) => showToast({ text: errorText(error), tone: 'bad' }),
    }),
  );
  const setRole = useMutation(
    trpc.admin.users.setRole.mutationOptions({
      onSuccess: () => {
        showToast({ text: t('roleChanged') });
        router.refresh();
      },
    }),
  );
  if (user.state === 'deleted') return null;
  const raising = user.role === 'user';
  return (
    <>
      {!user.roleFixed && <Button onClick={() => setAsked('role')}>{raising ? t('makeAdmin') : t('makeUser')}</Button>}
      {user.state === 'blocked' ? (
        <Button tone="primary" pending={unblock.isPending} onClick={() => unblock.mutate({ userId: user.id })}>
          {t('unblock')}
        </Button>
      ) : (
        <Button tone="danger" icon="lock" onClick={() => setAsked('block')}>
          {t('block')}
        </Button>
      )}
      <BlockDialog open={asked === 'block'} onClose={close} userId={user.id} name={name} />
      <ConfirmDialog
        open={asked === 'role'}
        onClose={close}
        tone={raising ? 'primary' : 'danger'}
        title={raising ? t('makeAdminTitle', { name }) : t('makeUserTitle', { name })}
        description={raising ? t('makeAdminText') : t('makeUserText')}
        action={raising ? t('makeAdmin') : t('makeUser')}
        error={setRole.error ? errorText(setRole.error) : undefined}
        onConfirm={() => setRole.mutateAsync({ userId: user.id, role: raising ? 'admin' : 'user' })}
      />
    </>
  );
}
