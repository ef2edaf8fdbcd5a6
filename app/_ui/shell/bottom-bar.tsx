'use client';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { lazy, Suspense, useEffect, useState } from 'react';
import { Icon } from '../drawings/icon.tsx';
import { type Area, currentPage, pagesOf } from './pages.ts';
import type { Person } from './person.ts';

const load = () => import('./more-sheet.tsx').then((module) => ({ default: module.MoreSheet }));
const MoreSheet = lazy(load);

/** The phone's way around: four pages at the thumb, the rest, search and the person behind «Ещё». */
export function BottomBar({ area, person }: { area: Area; person: Person }) {
  const t = useTranslations('shell');
  const [sheet, setSheet] = useState<'unused' | 'open' | 'closed'>('unused');
  const path = usePathname();
  const rows = pagesOf(area, person.role);
  const current = currentPage(path, rows);
  const bar = rows.filter((page) => page.bar).sort((one, other) => (one.bar ?? 0) - (other.bar ?? 0));
  const rest = rows.filter((page) => !page.bar);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the sheet closes when the address changes
  useEffect(() => setSheet((now) => (now === 'open' ? 'closed' : now)), [path]);
  return (
    <>
      <nav className="bottom-bar" aria-label={t('sections')}>
        {bar.map((page) => (
          <Link
            key={page.key}
            href={page.href}
            className="bottom-link"
            aria-current={page === current ? 'page' : undefined}
          >
            <Icon name={page.icon} />
            <span>{t(`pages.${page.key}`)}</span>
          </Link>
        ))}
        <button
          type="button"
          className="bottom-link"
          aria-haspopup="dialog"
          onPointerEnter={() => void load()}
          onClick={() => setSheet('open')}
        >
          <Icon name="menu" />
          <span>{t('more')}</span>
        </button>
      </nav>
      {sheet !== 'unused' && (
        <Suspense fallback={null}>
          <MoreSheet open={sheet === 'open'} onClose={() => setSheet('closed')} pages={rest} person={person} />
        </Suspense>
      )}
    </>
  );
}
