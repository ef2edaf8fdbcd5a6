'use client';
import { useTranslations } from 'next-intl';
import { useCallback, useState } from 'react';
import type { ShownFailure } from '../../_ui/api/failure.ts';
import { Button } from '../../_ui/kit/button.tsx';
import { Input } from '../../_ui/kit/input.tsx';
import { callProcedure } from '../_sign-in/call-procedure.ts';
import { type Faults, fieldText } from '../_sign-in/faulty-field.ts';
import { FormFault } from '../_sign-in/form-fault.tsx';
import { goTo } from '../_sign-in/go-to.ts';
import { NewPasswordInput } from '../_sign-in/new-password-input.tsx';
import { signIn } from '../_sign-in/post-credentials.ts';
import { useForm } from '../_sign-in/use-form.ts';

type Field = 'login' | 'displayName' | 'password' | 'invitation';

export function RegisterForm({
  next,
  invitation,
  locale,
}: {
  next: string;
  /** The code from the link; null where registration is open. */
  invitation: string | null;
  locale: 'ru' | 'en';
}) {
  const t = useTranslations('auth.register');
  const ui = useTranslations('ui');
  const [login, setLogin] = useState('');
  const byInvitation = invitation !== null;

  const send = useCallback(
    async (form: HTMLFormElement): Promise<Faults<Field> | null> => {
      const code = fieldText(form, 'invitation').trim();
      const typed = {
        login: fieldText(form, 'login').trim(),
        password: fieldText(form, 'password'),
        displayName: fieldText(form, 'displayName').trim(),
        ...(code ? { invitation: code } : {}),
        locale,
      };
      const missing: Faults<Field> = {};
      if (byInvitation && !code) missing.invitation = t('invitationMissing');
      if (!typed.login) missing.login = t('nameMissing');
      if (!typed.password) missing.password = t('passwordMissing');
      if (Object.keys(missing).length > 0) return missing;
      const registered = await callProcedure('registration.register', typed);
      if (!registered.ok) return faultsOf(registered.failure, ui('networkError'));
      const outcome = await signIn('credentials', { login: typed.login, password: typed.password });
      if (outcome.kind === 'refused') return { form: t('createdButNotSignedIn') };
      goTo(next);
      return null;
    },
    [byInvitation, locale, next, t, ui],
  );
  const { faults, pending, onSubmit, onInput } = useForm<Field>(send);

  return (
    // A dialog's method does nothing outside of one: a click before the script has loaded sends the password nowhere.
    <form method="dialog" noValidate onSubmit={onSubmit} onInput={onInput}>
      <FormFault>{faults.form}</FormFault>
      {byInvitation && (
        <Input
          large
          label={t('invitation')}
          name="invitation"
          defaultValue={invitation}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={128}
          required
          hint={t('invitationHint')}
          error={faults.invitation}
        />
      )}
      <Input
        large
        label={t('name')}
        name="login"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={254}
        required
        hint={t('nameHint')}
        error={faults.login}
        onChange={(event) => setLogin(event.currentTarget.value)}
      />
      <Input
        large
        label={t('displayName')}
        name="displayName"
        autoComplete="nickname"
        maxLength={80}
        hint={t('displayNameHint')}
        error={faults.displayName}
      />
      <NewPasswordInput label={t('password')} login={login} error={faults.password} />
      <Button className="entrance-submit" type="submit" tone="primary" size="large" wide pending={pending}>
        {pending ? t('pending') : t('submit')}
      </Button>
    </form>
  );
}

function faultsOf({ code, message }: ShownFailure, silence: string): Faults<Field> {
  const text = message ?? silence;
  if (code === 'login_taken' || code === 'login_unsuitable') return { login: text };
  if (code === 'password_weak') return { password: text };
  if (code === 'invitation_invalid' || code === 'invitation_needed') return { invitation: text };
  return { form: text };
}
