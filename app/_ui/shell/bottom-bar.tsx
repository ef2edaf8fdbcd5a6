'use client';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { type Locale, locales } from '#/server/texts/shape.ts';
import { Icon } from '../drawings/icon.tsx';
import { Avatar } from '../kit/avatar.tsx';
import { Button } from '../kit/button.tsx';
import { Segmented } from '../kit/choices.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { showToast } from '../kit/toast.ts';
import { openPalette } from '../palette/store.ts';
import { type Theme, themes } from '../theme/theme.ts';
import { type Area, currentPage, pagesOf } from './pages.ts';
import type { Person } from './person.ts';
import { signOut } from './sign-out.ts';
import { usePreferences } from './use-preferences.ts';

/** The phone's way around: four pages at the thumb, the rest, search and the person behind «Ещё». */
export function BottomBar({ area, person }: { area: Area; person: Person }) {
  const t = useTranslations('shell');
  const [open, setOpen] = useState(false);
  const path = usePathname();
  const rows = pagesOf(area, person.role);
  const current = currentPage(path, rows);
  const bar = rows.filter((page) => page.bar).sort((one, other) => (one.bar ?? 0) - (other.bar ?? 0));
  const rest = rows.filter((page) => !page.bar);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the sheet closes when the address changes
  useEffect(() => setOpen(false), [path]);
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
        <button type="button" className="bottom-link" aria-haspopup="dialog" onClick={() => setOpen(true)}>
          <Icon name="menu" />
          <span>{t('more')}</span>
        </button>
      </nav>
      <Dialog open={open} onClose={() => setOpen(false)} title={<PersonTitle person={person} />} shape="sheet">
        <ul className="-mx-4">
          <li>
            <button
              type="button"
              className="row"
              onClick={() => {
                setOpen(false);
                openPalette();
              }}
            >
              <Icon name="search" />
              {t('find')}
            </button>
          </li>
          {rest.map((page) => (
            <li key={page.key}>
              <Link href={page.href} className="row border-t">
                <Icon name={page.icon} />
                {t(`pages.${page.key}`)}
              </Link>
            </li>
          ))}
        </ul>
        <PersonChoices person={person} />
      </Dialog>
    </>
  );
}

function PersonTitle({ person }: { person: Person }) {
  return (
    <span className="flex items-center gap-3">
      <Avatar name={person.name} person />
      {person.name}
    </span>
  );
}

function PersonChoices({ person }: { person: Person }) {
  const t = useTranslations('shell');
  const ui = useTranslations('ui');
  const locale = useLocale();
  const { theme, chooseTheme, chooseLocale } = usePreferences(person.theme);
  return (
    <div className="mt-4 grid gap-3">
      <Segmented<Theme>
        wide
        label={ui('theme.label')}
        name="sheet-theme"
        value={theme}
        segments={themes.map((value) => ({ value, label: ui(`theme.short.${value}`) }))}
        onValue={chooseTheme}
      />
      <Segmented<Locale>
        wide
        label={ui('language.label')}
        name="sheet-locale"
        value={locale}
        segments={locales.map((value) => ({ value, label: ui(`language.${value}`) }))}
        onValue={chooseLocale}
      />
      <Button
        tone="secondary"
        icon="sign-out"
        onClick={() => {
          signOut().catch(() => showToast({ text: t('signOutFailed'), tone: 'bad' }));
        }}
      >
        {t('signOut')}
      </Button>
    </div>
  );
}
