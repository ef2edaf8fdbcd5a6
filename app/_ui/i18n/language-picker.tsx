'use client';
import { useTranslations } from 'next-intl';
import { type Locale, locales } from '#/server/texts/shape.ts';
import { TextButton } from '../kit/button.tsx';
import { Segmented } from '../kit/choices.tsx';
import { useSwitchLocale } from './use-switch-locale.ts';

/** Both languages in sight. `onPicked` saves it in the profile when somebody is signed in. */
export function LanguagePicker({ onPicked }: { onPicked?: (locale: Locale) => void }) {
  const t = useTranslations('ui.language');
  const [locale, switchTo] = useSwitchLocale();
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
  const [locale, switchTo] = useSwitchLocale();
  const other: Locale = locale === 'ru' ? 'en' : 'ru';
  return (
    <TextButton lang={other} onClick={() => switchTo(other)}>
      {t(other)}
    </TextButton>
  );
}
