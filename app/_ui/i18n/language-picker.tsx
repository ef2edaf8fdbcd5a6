'use client';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { type Locale, locales } from '#/server/texts/shape.ts';
import { TextButton } from '../kit/button.tsx';
import { Segmented } from '../kit/choices.tsx';
import { rememberLocale } from '../theme/preference-cookies.ts';

function useSwitchLocale(): (locale: Locale) => void {
  const router = useRouter();
  const [, start] = useTransition();
  return (locale) => {
    rememberLocale(locale);
    document.documentElement.lang = locale;
    start(() => router.refresh());
  };
}

/** Both languages in sight. `onPicked` saves it in the profile when somebody is signed in. */
export function LanguagePicker({ onPicked }: { onPicked?: (locale: Locale) => void }) {
  const t = useTranslations('ui.language');
  const locale = useLocale();
  const switchTo = useSwitchLocale();
  return (
    <Segmented
      label={t('label')}
      name="locale"
      value={locale}
      segments={locales.map((option) => ({ value: option, label: t(option) }))}
      onValue={(picked) => {
        switchTo(picked);
        onPicked?.(picked);
      }}
    />
  );
}

/** The other language by its own name, for a footer. */
export function LanguageButton() {
  const t = useTranslations('ui.language');
  const locale = useLocale();
  const switchTo = useSwitchLocale();
  const other: Locale = locale === 'ru' ? 'en' : 'ru';
  return (
    <TextButton lang={other} onClick={() => switchTo(other)}>
      {t(other)}
    </TextButton>
  );
}
