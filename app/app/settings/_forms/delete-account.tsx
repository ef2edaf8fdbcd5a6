'use client';
import { useMutation } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { failureOf } from '#/app/_ui/api/failure.ts';
import { useTRPC } from '#/app/_ui/api/trpc-context.ts';
import { useErrorText } from '#/app/_ui/api/use-error-text.ts';
import { Button } from '#/app/_ui/kit/button.tsx';
import { Dialog } from '#/app/_ui/kit/dialog.tsx';
import { Input } from '#/app/_ui/kit/input.tsx';
import { PasswordInput } from '#/app/_ui/kit/password-input.tsx';
import { formatAmount } from '#/server/lib/money.ts';
import type { Overview } from '#/server/users/overview/schema.ts';
import type { Me } from '#/server/users/profile/schema.ts';

const formId = 'delete-account';

/** Irreversible: the effect in words, the sums that are lost, a typed name, the password. */
export function DeleteAccount({ me, balances }: { me: Me; balances: Overview['balances'] }) {
  const t = useTranslations('settings.data');
  const ui = useTranslations('ui');
  const assets = useTranslations('settings.data.asset');
  const locale = useLocale();
  const errorText = useErrorText();
  const trpc = useTRPC();
  const [open, setOpen] = useState(false);
  const remove = useMutation(trpc.account.delete.mutationOptions({ onSuccess: () => location.assign('/') }));
  const expected = me.login ?? me.telegram?.id ?? '';
  const lost = balances
    .filter(({ free, held }) => BigInt(free) + BigInt(held) > 0n)
    .map(({ asset, free, held }) => `${assets(asset)} ${formatAmount(BigInt(free) + BigInt(held), asset, locale)}`);
  const code = failureOf(remove.error).code;
  const aboutPassword = code === 'wrong_password' || code === 'too_many_requests';
  const words = remove.error ? errorText(remove.error) : undefined;

  if (me.isDemo) return <p className="text-muted">{t('demo')}</p>;
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const password = fields.get('password');
    remove.mutate({
      confirmation: String(fields.get('confirmation')),
      ...(typeof password === 'string' ? { password } : {}),
    });
  }
  return (
    <>
      <p className="text-muted mb-4">{t('deleteText')}</p>
      <Button tone="danger" icon="trash" onClick={() => setOpen(true)}>
        {t('deleteAction')}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={t('deleteTitle')}
        description={lost.length > 0 ? t('deleteBalances', { list: lost.join(', ') }) : t('deleteText')}
        footer={
          <>
            <Button tone="quiet" onClick={() => setOpen(false)}>
              {ui('dontDo')}
            </Button>
            <Button type="submit" form={formId} tone="danger" pending={remove.isPending}>
              {t('deleteAction')}
            </Button>
          </>
        }
      >
        <form id={formId} onSubmit={submit} className="grid gap-4">
          <Input
            label={t('confirm', { expected })}
            name="confirmation"
            required
            maxLength={254}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            error={aboutPassword ? undefined : words}
          />
          {me.hasPassword && (
            <PasswordInput
              label={t('password')}
              name="password"
              autoComplete="current-password"
              required
              maxLength={256}
              error={aboutPassword ? words : undefined}
            />
          )}
        </form>
      </Dialog>
    </>
  );
}
