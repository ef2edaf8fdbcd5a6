'use client';
import { useTranslations } from 'next-intl';
import { useCallback, useState } from 'react';
import type { ShownFailure } from '../../../_ui/api/failure.ts';
import { Button } from '../../../_ui/kit/button.tsx';
import { Input } from '../../../_ui/kit/input.tsx';
import { callProcedure } from '../../_sign-in/call-procedure.ts';
import { type Faults, fieldText } from '../../_sign-in/faulty-field.ts';
import { FormFault } from '../../_sign-in/form-fault.tsx';
import { goTo } from '../../_sign-in/go-to.ts';
import { NewPasswordInput } from '../../_sign-in/new-password-input.tsx';
import { signIn } from '../../_sign-in/post-credentials.ts';
import { useForm } from '../../_sign-in/use-form.ts';
import { forgetKey } from './link-key.tsx';

type Field = 'login' | 'displayName' | 'password';

/** The first admin's name and password, or a new password for one (`purpose` reset); signed in with them at once. */
export function ChooseNameAndPassword({
  purpose,
  linkKey,
  login: fixedLogin,
}: {
  purpose: 'create' | 'reset';
  linkKey: string;
  /** The name of the admin whose password is reset; null when it is still to be chosen. */
  login: string | null;
}) {
  const t = useTranslations('setup');
  const ui = useTranslations('ui');
  const words = purpose === 'create' ? ('admin' as const) : ('reset' as const);
  const [typedLogin, setTypedLogin] = useState('');
  const login = fixedLogin ?? typedLogin;

  const send = useCallback(
    async (form: HTMLFormElement): Promise<Faults<Field> | null> => {
      const name = fixedLogin ?? fieldText(form, 'login').trim();
      const password = fieldText(form, 'password');
      const missing: Faults<Field> = {};
      if (!name) missing.login = t('admin.nameMissing');
      if (!password) missing.password = t('admin.passwordMissing');
      if (missing.login || missing.password) return missing;
      const displayName = fieldText(form, 'displayName').trim();
      const ready =
        purpose === 'create'
          ? await callProcedure('setup.createAdmin', { key: linkKey, login: name, password, displayName })
          : await callProcedure('setup.resetAdmin', {
              key: linkKey,
              password,
              ...(fixedLogin ? {} : { login: name }),
            });
      if (!ready.ok) return faultsOf(ready.failure, ui('networkError'));
      forgetKey();
      const outcome = await signIn('credentials', { login: ready.value.login, password });
      // Either way the set-up goes on: signed in with the next step, else by way of the sign-in page.
      goTo(outcome.kind === 'signed-in' ? '/setup' : '/login?next=/setup');
      return null;
    },
    [fixedLogin, linkKey, purpose, t, ui],
  );
  const { faults, pending, onSubmit, onInput } = useForm<Field>(send);

  return (
    // A dialog's method does nothing outside of one: a click before the script has loaded sends the password nowhere.
    <form method="dialog" noValidate onSubmit={onSubmit} onInput={onInput}>
      <FormFault>{faults.form}</FormFault>
      {fixedLogin === null ? (
        <Input
          large
          label={t(`${words}.name`)}
          name="login"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={254}
          required
          hint={t('admin.nameHint')}
          error={faults.login}
          onChange={(event) => setTypedLogin(event.currentTarget.value)}
        />
      ) : (
        // For password managers: whose password this is.
        <input
          className="sr-only"
          name="login"
          autoComplete="username"
          value={fixedLogin}
          readOnly
          tabIndex={-1}
          aria-hidden="true"
        />
      )}
      {purpose === 'create' && (
        <Input
          large
          label={t('admin.displayName')}
          name="displayName"
          autoComplete="nickname"
          maxLength={80}
          hint={t('admin.displayNameHint')}
          error={faults.displayName}
        />
      )}
      <NewPasswordInput label={t(`${words}.password`)} login={login} error={faults.password} />
      <Button className="entrance-submit" type="submit" tone="primary" size="large" wide pending={pending}>
        {pending ? t(`${words}.pending`) : t(`${words}.submit`)}
      </Button>
    </form>
  );
}

function faultsOf({ code, message }: ShownFailure, silence: string): Faults<Field> {
  const text = message ?? silence;
  if (code === 'login_taken' || code === 'login_unsuitable') return { login: text };
  if (code === 'password_weak') return { password: text };
  return { form: text };
}
