import './public.css';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { SiteFooter } from './_frame/site-footer.tsx';
import { SiteHeader } from './_frame/site-header.tsx';

export default async function PublicLayout({ children }: { children: ReactNode }) {
  const ui = await getTranslations('ui');
  return (
    <div className="site">
      <a className="skip-link" href="#main">
        {ui('skipToContent')}
      </a>
      <SiteHeader />
      <main id="main" className="site-main" tabIndex={-1}>
        {children}
      </main>
      <SiteFooter />
    </div>
  );
}
