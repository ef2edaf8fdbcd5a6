'use client';
import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useRef } from 'react';
import { failureOf } from '#/app/_ui/api/failure.ts';
import { useTRPC } from '#/app/_ui/api/trpc-context.ts';
import { useErrorText } from '#/app/_ui/api/use-error-text.ts';
import { Button } from '#/app/_ui/kit/button.tsx';
import { PasswordInput } from '#/app/_ui/kit/password-input.tsx';
import { showToast } from '#/app/_ui/kit/toast.ts';

export function ChangePasswordForm({ login }: { login: string }) {
  const t = useTranslations('settings.security');
  const trpc = useTRPC();
  const router = useRouter();
  const errorText = useErrorText();
  const form = useRef<HTMLFormElement>(null);
  const change = useMutation(
    trpc.passwords.change.mutationOptions({
      onSuccess: ({ endedSessions }) => {
        form.current?.reset();
        showToast({ text: t('changed', { count: endedSessions }) });
        router.refresh();
      },
    }),
  );
  const aboutNew = failureOf(change.error).code === 'password_weak';
  const words = change.error ? errorText(change.error) : undefined;

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    change.mutate({ currentPassword: String(fields.get('current')), newPassword: String(fields.get('new')) });
  }
  return (
    <form ref={form} onSubmit={submit} className="grid gap-4">
      {/* Password managers want to know whose password it is. */}
      <input hidden readOnly name="username" autoComplete="username" value={login} />
      <PasswordInput
        label={t('current')}
        name="current"
        autoComplete="current-password"
        required
        maxLength={256}
        error={aboutNew ? undefined : words}
      />
      <PasswordInput
        label={t('new')}
        name="new"
        autoComplete="new-password"
        required
        maxLength={256}
        hint={t('newHint')}
        error={aboutNew ? words : undefined}
      />
      <div>
        <Button type="submit" tone="primary" pending={change.isPending}>
          {t('change')}
        </Button>
      </div>
    </form>
  );
}
