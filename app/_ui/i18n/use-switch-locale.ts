'use client';
import { useRouter } from 'next/navigation';
import { useLocale } from 'next-intl';
import { startTransition, useOptimistic } from 'react';
import type { Locale } from '#/server/texts/shape.ts';
import { rememberLocale } from '../theme/preference-cookies.ts';

/** The language that pickers show, which is the chosen one at once, and the way to choose: texts come with a refresh. */
export function useSwitchLocale(): [shown: Locale, switchTo: (locale: Locale) => void] {
  const router = useRouter();
  const [shown, show] = useOptimistic(useLocale());
  return [
    shown,
    (locale) => {
      rememberLocale(locale);
      document.documentElement.lang = locale;
      startTransition(() => {
        show(locale);
        router.refresh();
      });
    },
  ];
}
