'use client';
import { useTranslations } from 'next-intl';
import { type ReactNode, useCallback, useRef, useState } from 'react';
import { Button } from '../../../_ui/kit/button.tsx';
import { Input } from '../../../_ui/kit/input.tsx';
import { Verdict } from '../../../_ui/kit/verdict.tsx';
import { callProcedure } from '../../_sign-in/call-procedure.ts';
import { type Faults, fieldText } from '../../_sign-in/faulty-field.ts';
import { FormFault } from '../../_sign-in/form-fault.tsx';
import { useForm } from '../../_sign-in/use-form.ts';
import { useNextStep } from './use-next-step.ts';

const tokenCodes = ['bot_token_refused', 'telegram_unreachable'];

/** Asks Telegram who the token is; says the name it answered before going on. `skip`: the way past it, until then. */
export function BotTokenForm({ skip }: { skip: ReactNode }) {
  const t = useTranslations('setup.bot');
  const ui = useTranslations('ui');
  const [username, setUsername] = useState<string | null>(null);
  const [arriving, arrive] = useNextStep();
  const goOn = useRef<HTMLButtonElement>(null);

  const send = useCallback(
    async (form: HTMLFormElement): Promise<Faults<'token'> | null> => {
      const token = fieldText(form, 'token').trim();
      if (!token) return { token: t('tokenMissing') };
      const known = await callProcedure('setup.saveBotToken', { token });
      if (known.ok) {
        setUsername(known.value.username);
        requestAnimationFrame(() => goOn.current?.focus());
        return null;
      }
      const { code, message } = known.failure;
      const text = message ?? ui('networkError');
      if (code === 'invalid_input') return { token: t('tokenOdd') };
      return tokenCodes.includes(code ?? '') ? { token: text } : { form: text };
    },
    [t, ui],
  );
  const { faults, pending, onSubmit, onInput } = useForm<'token'>(send);

  if (username !== null) {
    return (
      <div className="setup-bot-known">
        <p role="status">
          <Verdict tone="ok">{t.rich('connected', { bot: () => <b>@{username}</b> })}</Verdict>
        </p>
        <Button ref={goOn} tone="primary" size="large" wide pending={arriving} onClick={arrive}>
          {t('continue')}
        </Button>
      </div>
    );
  }
  return (
    <>
      <form method="dialog" noValidate onSubmit={onSubmit} onInput={onInput}>
        <FormFault>{faults.form}</FormFault>
        <Input
          large
          label={t('token')}
          name="token"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={120}
          required
          className="font-mono"
          hint={t('tokenHint')}
          error={faults.token}
        />
        <Button className="entrance-submit" type="submit" tone="primary" size="large" wide pending={pending}>
          {pending ? t('pending') : t('submit')}
        </Button>
      </form>
      {skip && <div className="setup-second">{skip}</div>}
    </>
  );
}
