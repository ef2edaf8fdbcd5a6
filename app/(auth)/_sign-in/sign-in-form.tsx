'use client';
import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import type { ShownFailure } from '../../_ui/api/failure.ts';
import { Button, TextLink } from '../../_ui/kit/button.tsx';
import { Input } from '../../_ui/kit/input.tsx';
import { PasswordInput } from '../../_ui/kit/password-input.tsx';
import { type Faults, fieldText } from './faulty-field.ts';
import { FormFault } from './form-fault.tsx';
import { goTo } from './go-to.ts';
import { PauseLeft } from './pause-left.tsx';
import { signIn } from './post-credentials.ts';
import { useForm } from './use-form.ts';

type Field = 'login' | 'password';

/** `primary`: the page's one ink button is this form's; not while «Открыть демо» stands above it. */
export function SignInForm({ next, primary }: { next: string; primary: boolean }) {
  const t = useTranslations('auth.login');
  const ui = useTranslations('ui');
  const send = useCallback(
    async (form: HTMLFormElement): Promise<Faults<Field> | null> => {
      const typed = { login: fieldText(form, 'login').trim(), password: fieldText(form, 'password') };
      const missing: Faults<Field> = {};
      if (!typed.login) missing.login = t('nameMissing');
      if (!typed.password) missing.password = t('passwordMissing');
      if (missing.login || missing.password) return missing;
      const outcome = await signIn('credentials', typed);
      if (outcome.kind === 'refused') return faultsOf(outcome.failure, ui('networkError'));
      goTo(next);
      return null;
    },
    [next, t, ui],
  );
  const { faults, pending, onSubmit } = useForm<Field>(send);

  return (
    // Real method and address: a click before the script has loaded must not put the password into the address.
    <form method="post" action="/api/auth/callback/credentials" noValidate onSubmit={onSubmit}>
      <FormFault>{faults.form}</FormFault>
      <Input
        large
        label={t('name')}
        name="login"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={254}
        required
        error={faults.login}
      />
      <PasswordInput
        large
        label={t('password')}
        name="password"
        autoComplete="current-password"
        maxLength={1024}
        required
        error={faults.password}
      />
      <div className="entrance-line">
        <span>{t('staysSignedIn')}</span>
        <TextLink href="/support#password" prefetch={false}>
          {t('forgot')}
        </TextLink>
      </div>
      <Button type="submit" size="large" wide tone={primary ? 'primary' : 'secondary'} pending={pending}>
        {pending ? t('pending') : t('submit')}
      </Button>
    </form>
  );
}

/** Under the password, as both may be wrong and the next try starts there. */
function faultsOf({ code, params, message }: ShownFailure, silence: string): Faults<Field> {
  if (code === 'too_many_requests' && typeof params.seconds === 'number') {
    return { password: <PauseLeft seconds={params.seconds} spoken={message ?? silence} /> };
  }
  if (code === 'wrong_credentials') return { password: message ?? silence };
  return { form: message ?? silence };
}
