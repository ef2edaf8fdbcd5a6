'use client';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Fragment } from 'react';
import type { UserRole } from '#/server/users/model.ts';
import { Icon } from '../drawings/icon.tsx';
import { type Area, currentPage, type PageKey, pagesOf } from './pages.ts';

export type Counts = Partial<Record<PageKey, number>>;

/** The rail's list. On the narrow rail only icons are seen, so the name is a title too. */
export function NavLinks({ area, role, counts = {} }: { area: Area; role: UserRole; counts?: Counts }) {
  const t = useTranslations('shell');
  const rows = pagesOf(area, role);
  const current = currentPage(usePathname(), rows);
  return (
    <nav className="nav" aria-label={t('sections')}>
      {rows.map((page, index) => {
        const label = t(`pages.${page.key}`);
        const count = counts[page.key];
        return (
          <Fragment key={page.key}>
            {index > 0 && rows[index - 1]?.group !== page.group && <div className="nav-rule" />}
            <Link
              href={page.href}
              className="nav-link"
              title={label}
              aria-current={page === current ? 'page' : undefined}
            >
              <Icon name={page.icon} />
              {label}
              {count ? <b>{count}</b> : null}
            </Link>
          </Fragment>
        );
      })}
    </nav>
  );
}
