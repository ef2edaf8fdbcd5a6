'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { Locale } from '#/server/texts/shape.ts';
import { CallFailed, updateProfile } from '../api/update-profile.ts';
import { showToast } from '../kit/toast.ts';
import { rememberLocale } from '../theme/preference-cookies.ts';
import type { Theme } from '../theme/theme.ts';
import { showTheme, useTheme } from '../theme/use-theme.ts';

/** Theme and language of a signed-in person: at once here, then in the profile, so that other devices and the bot follow. */
export function usePreferences(fromServer: Theme) {
  const theme = useTheme(fromServer);
  const router = useRouter();
  const t = useTranslations('ui');

  function save(change: { theme: Theme } | { locale: Locale }) {
    // The choice stands in this browser by its cookie even when the profile could not be reached.
    updateProfile(change).catch((error: unknown) => {
      showToast({ text: (error instanceof CallFailed && error.text) || t('networkError'), tone: 'bad' });
    });
  }
  return {
    theme,
    chooseTheme(next: Theme) {
      showTheme(next);
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
