'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { Locale } from '#/server/texts/shape.ts';
import { useTRPCClient } from '../api/trpc-context.ts';
import { useErrorText } from '../api/use-error-text.ts';
import { showToast } from '../kit/toast.ts';
import { applyTheme, rememberLocale } from '../theme/preference-cookies.ts';
import type { Theme } from '../theme/theme.ts';

/** Theme and language of a signed-in person: at once here, then in the profile, so that other devices and the bot follow. */
export function usePreferences(initialTheme: Theme) {
  const [theme, setTheme] = useState(initialTheme);
  const client = useTRPCClient();
  const router = useRouter();
  const errorText = useErrorText();

  function save(change: { theme: Theme } | { locale: Locale }) {
    // The choice stands in this browser by its cookie even when the profile could not be reached.
    client.me.update.mutate(change).catch((error: unknown) => showToast({ text: errorText(error), tone: 'bad' }));
  }
  return {
    theme,
    chooseTheme(next: Theme) {
      setTheme(next);
      applyTheme(next);
      save({ theme: next });
    },
    chooseLocale(next: Locale) {
      rememberLocale(next);
      document.documentElement.lang = next;
      save({ locale: next });
      router.refresh();
    },
  };
}
