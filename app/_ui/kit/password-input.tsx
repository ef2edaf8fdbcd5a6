'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Icon } from '../drawings/icon.tsx';
import { Input, type InputProps } from './input.tsx';

/** With the eye. `autoComplete`: `current-password` to sign in, `new-password` to choose one. */
export function PasswordInput(
  props: Omit<InputProps, 'type' | 'trailing'> & { autoComplete: 'current-password' | 'new-password' },
) {
  const t = useTranslations('ui');
  const [shown, setShown] = useState(false);
  return (
    <Input
      {...props}
      type={shown ? 'text' : 'password'}
      autoCapitalize="none"
      spellCheck={false}
      trailing={
        <button
          type="button"
          className="input-trailing"
          aria-pressed={shown}
          aria-label={t('showPassword')}
          onClick={() => setShown(!shown)}
        >
          <Icon name={shown ? 'eye-off' : 'eye'} />
        </button>
      }
    />
  );
}
