import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { readPreferences } from '../../_server/preferences.ts';
import { Logo } from '../../_ui/drawings/star.tsx';
import { LanguageButton } from '../../_ui/i18n/language-picker.tsx';
import { ThemeButton } from '../../_ui/theme/theme-picker.tsx';

/** The sheet on the left with its head and foot; `side` is the instrument on the right. */
export async function EntranceSheet({ side, children }: { side: ReactNode; children: ReactNode }) {
  const [t, ui, { theme }] = await Promise.all([getTranslations('site'), getTranslations('ui'), readPreferences()]);
  return (
    <div className="entrance">
      <a className="skip-link" href="#main">
        {ui('skipToContent')}
      </a>
      <div className="entrance-sheet">
        <header className="entrance-head">
          <Link className="brand brand-plain" href="/" aria-label={t('home')}>
            <Logo />
            Stardesk
          </Link>
          <ThemeButton value={theme} />
        </header>
        <main id="main" className="entrance-main" tabIndex={-1}>
          <div className="entrance-box">{children}</div>
        </main>
        <footer className="entrance-foot">
          <Link href="/terms">{t('terms')}</Link>
          <Link href="/privacy">{t('privacy')}</Link>
          <Link href="/support">{t('support')}</Link>
          <span className="entrance-foot-gap" />
          <LanguageButton />
        </footer>
      </div>
      {side}
    </div>
  );
}
