'use client';
import { useTranslations } from 'next-intl';
import type { Locale } from '#/server/texts/shape.ts';
import { CallFailed, updateProfile } from '../api/update-profile.ts';
import { useSwitchLocale } from '../i18n/use-switch-locale.ts';
import { showToast } from '../kit/toast.ts';
import type { Theme } from '../theme/theme.ts';
import { showTheme, useTheme } from '../theme/use-theme.ts';

/** Theme and language of a signed-in person: at once here, then in the profile, so that other devices and the bot follow. */
export function usePreferences(fromServer: Theme) {
  const theme = useTheme(fromServer);
  const [locale, switchLocale] = useSwitchLocale();
  const t = useTranslations('ui');

  function save(change: { theme: Theme } | { locale: Locale }) {
    // The choice stands in this browser by its cookie even when the profile could not be reached.
    updateProfile(change).catch((error: unknown) => {
      showToast({ text: (error instanceof CallFailed && error.text) || t('networkError'), tone: 'bad' });
    });
  }
  return {
    theme,
    locale,
    chooseTheme(next: Theme) {
      showTheme(next);
      save({ theme: next });
    },
    chooseLocale(next: Locale) {
      switchLocale(next);
      save({ locale: next });
    },
  };
}
