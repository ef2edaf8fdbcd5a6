'use client';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { normalizePassword, passwordLength, passwordWeakness } from '#/server/users/passwords/model.ts';
import { PasswordInput } from '../../_ui/kit/password-input.tsx';

/** From here on nobody is urged to add more. */
const strongLength = 16;

/** Strength in words by the server's own rules, while it is typed. `login`: the name beside it, which it must not repeat. */
export function NewPasswordInput({
  label,
  login,
  error,
  large = true,
}: {
  label: string;
  login: string;
  error?: ReactNode;
  large?: boolean;
}) {
  const t = useTranslations('auth.strength');
  const [typed, setTyped] = useState('');
  const length = Array.from(normalizePassword(typed)).length;
  const weakness = typed ? passwordWeakness(typed, login || null) : 'short';
  const words = {
    short: () =>
      length === 0 ? t('hint', { min: String(passwordLength.min) }) : t('short', { left: passwordLength.min - length }),
    long: () => t('long', { max: String(passwordLength.max) }),
    common: () => t('common'),
    login: () => t('login'),
  };
  return (
    <PasswordInput
      large={large}
      label={label}
      name="password"
      autoComplete="new-password"
      minLength={passwordLength.min}
      // Generous: a pasted password must not be cut short in silence.
      maxLength={1024}
      required
      onChange={(event) => setTyped(event.currentTarget.value)}
      error={error}
      hint={weakness ? words[weakness]() : undefined}
      ok={weakness ? undefined : t(length >= strongLength ? 'strong' : 'fair')}
    />
  );
}
