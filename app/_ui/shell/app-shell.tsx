import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Logo } from '../drawings/star.tsx';
import { FindButton } from '../palette/find-button.tsx';
import { BottomBar } from './bottom-bar.tsx';
import { type Counts, NavLinks } from './nav-links.tsx';
import type { Area } from './pages.ts';
import type { Person } from './person.ts';
import { ShellPalette } from './shell-palette.tsx';
import { UserMenu } from './user-menu.tsx';

/**
 * The frame of /app and /admin. It works without the query layer (25 kB): sections that ask the server put ApiProvider around
 * their pages. `status`: cells of the bar above the page; a cell with `status-wide` is hidden on a phone.
 */
export function AppShell({
  area,
  person,
  counts,
  status,
  children,
}: {
  area: Area;
  person: Person;
  counts?: Counts;
  status?: ReactNode;
  children: ReactNode;
}) {
  const t = useTranslations();
  return (
    <>
      <a className="skip-link" href="#content">
        {t('ui.skipToContent')}
      </a>
      <div className="shell">
        <aside className="rail">
          <Link className="brand" href="/app" title={t('common.product')}>
            <Logo />
            {t('common.product')}
          </Link>
          <FindButton />
          <NavLinks area={area} role={person.role} counts={counts} />
          <UserMenu person={person} />
        </aside>
        <div className="main">
          {status && (
            <section className="status-bar" aria-label={t('shell.status')}>
              {status}
            </section>
          )}
          <main id="content" className="page" tabIndex={-1}>
            {children}
          </main>
        </div>
        <BottomBar area={area} person={person} />
      </div>
      <ShellPalette area={area} person={person} />
    </>
  );
}
