'use client';
import { useTranslations } from 'next-intl';
import { Segmented } from '#/app/_ui/kit/choices.tsx';
import { usePreferences } from '#/app/_ui/shell/use-preferences.ts';
import { type Theme, themes } from '#/app/_ui/theme/theme.ts';
import { type Locale, locales } from '#/server/texts/shape.ts';

/** Both at once and without a button: the page itself shows what was chosen. */
export function AppearanceForm({ theme: saved }: { theme: Theme }) {
  const t = useTranslations('settings.appearance');
  const ui = useTranslations('ui');
  const { theme, locale, chooseTheme, chooseLocale } = usePreferences(saved);
  return (
    <>
      <div className="row flex-wrap">
        <div className="row-text">
          <p className="row-title">{t('theme')}</p>
          <p>{t('themeNote')}</p>
        </div>
        <Segmented<Theme>
          label={t('theme')}
          name="theme"
          value={theme}
          segments={themes.map((value) => ({ value, label: ui(`theme.short.${value}`) }))}
          onValue={chooseTheme}
        />
      </div>
      <div className="row flex-wrap">
        <div className="row-text">
          <p className="row-title">{t('language')}</p>
          <p>{t('languageNote')}</p>
        </div>
        <Segmented<Locale>
          label={t('language')}
          name="locale"
          value={locale}
          segments={locales.map((value) => ({ value, label: ui(`language.${value}`) }))}
          onValue={chooseLocale}
        />
      </div>
    </>
  );
}
