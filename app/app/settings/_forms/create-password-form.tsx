'use client';
import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { FormEvent } from 'react';
import { failureOf } from '#/app/_ui/api/failure.ts';
import { useTRPC } from '#/app/_ui/api/trpc-context.ts';
import { useErrorText } from '#/app/_ui/api/use-error-text.ts';
import { Button } from '#/app/_ui/kit/button.tsx';
import { Input } from '#/app/_ui/kit/input.tsx';
import { PasswordInput } from '#/app/_ui/kit/password-input.tsx';
import { showToast } from '#/app/_ui/kit/toast.ts';

/** For people known by Telegram only. */
export function CreatePasswordForm() {
  const t = useTranslations('settings');
  const trpc = useTRPC();
  const router = useRouter();
  const errorText = useErrorText();
  const create = useMutation(
    trpc.passwords.create.mutationOptions({
      onSuccess: () => {
        showToast({ text: t('security.created') });
        router.refresh();
      },
    }),
  );
  const aboutPassword = failureOf(create.error).code === 'password_weak';
  const words = create.error ? errorText(create.error) : undefined;

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    create.mutate({ login: String(fields.get('login')), password: String(fields.get('password')) });
  }
  return (
    <form onSubmit={submit} className="grid gap-4">
      <p className="text-muted">{t('security.createNote')}</p>
      <Input
        label={t('profile.login')}
        name="login"
        autoComplete="username"
        required
        maxLength={254}
        error={aboutPassword ? undefined : words}
      />
      <PasswordInput
        label={t('security.new')}
        name="password"
        autoComplete="new-password"
        required
        maxLength={256}
        hint={t('security.newHint')}
        error={aboutPassword ? words : undefined}
      />
      <div>
        <Button type="submit" tone="primary" pending={create.isPending}>
          {t('security.create')}
        </Button>
      </div>
    </form>
  );
}
