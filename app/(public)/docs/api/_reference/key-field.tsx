'use client';
import { useTranslations } from 'next-intl';
import { Input } from '../../../../_ui/kit/input.tsx';
import { isApiKey } from './api-key-text.ts';
import { useReference } from './reference-state.tsx';

/** The reader's key, put into every command that is copied. It never leaves the page's memory. */
export function KeyField() {
  const t = useTranslations('apiDocs.start');
  const { apiKey, setApiKey } = useReference();
  const odd = apiKey !== '' && !isApiKey(apiKey);
  return (
    <Input
      label={t('key')}
      value={apiKey}
      onChange={(event) => setApiKey(event.currentTarget.value.trim())}
      placeholder="sd_…"
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
      maxLength={128}
      className="font-mono"
      hint={t('keyHint')}
      error={odd ? t('keyOdd') : undefined}
      ok={apiKey !== '' && !odd ? t('keyTaken') : undefined}
    />
  );
}
