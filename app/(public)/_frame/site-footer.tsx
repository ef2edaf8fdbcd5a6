import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { productVersion } from '#/server/lib/version.ts';
import { readPreferences } from '../../_server/preferences.ts';
import { LanguageButton } from '../../_ui/i18n/language-picker.tsx';
import { ThemeButton } from '../../_ui/theme/theme-picker.tsx';

export async function SiteFooter() {
  const [t, { theme }] = await Promise.all([getTranslations('site'), readPreferences()]);
  return (
    <footer className="site-foot">
      <Link href="/terms" prefetch={false}>
        {t('terms')}
      </Link>
      <Link href="/privacy" prefetch={false}>
        {t('privacy')}
      </Link>
      <Link href="/support" prefetch={false}>
        {t('support')}
      </Link>
      <Link href="/docs/api" prefetch={false}>
        {t('apiDocs')}
      </Link>
      <span className="site-foot-gap" />
      <span>
        {t('version', { version: productVersion })} · {t('licence')}
      </span>
      <ThemeButton value={theme} />
      <LanguageButton />
    </footer>
  );
}
