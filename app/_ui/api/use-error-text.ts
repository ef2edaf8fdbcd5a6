'use client';
import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { failureOf } from './failure.ts';

/** `errorText(error)`: the server's sentence, or ours when no answer came. */
export function useErrorText(): (error: unknown) => string {
  const t = useTranslations('ui');
  return useCallback((error) => failureOf(error).message ?? t('networkError'), [t]);
}
