'use client';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { type Locale, locales } from '#/server/texts/shape.ts';
import { Icon } from '../drawings/icon.tsx';
import { Avatar } from '../kit/avatar.tsx';
import { Button } from '../kit/button.tsx';
import { Segmented } from '../kit/choices.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { showToast } from '../kit/toast.ts';
import { openPalette } from '../palette/store.ts';
import { type Theme, themes } from '../theme/theme.ts';
import type { PageRow } from './pages.ts';
import type { Person } from './person.ts';
import { signOut } from './sign-out.ts';
import { usePreferences } from './use-preferences.ts';

/** Behind «Ещё»: the other pages, search, theme, language, the way out. */
export function MoreSheet({
  open,
  onClose,
  pages,
  person,
}: {
  open: boolean;
  onClose: () => void;
  pages: readonly PageRow[];
  person: Person;
}) {
  const t = useTranslations('shell');
  return (
    <Dialog open={open} onClose={onClose} title={<PersonTitle person={person} />} shape="sheet">
      <ul className="-mx-4">
        <li>
          <button
            type="button"
            className="row"
            onClick={() => {
              onClose();
              openPalette();
            }}
          >
            <Icon name="search" />
            {t('find')}
          </button>
        </li>
        {pages.map((page) => (
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
  const { theme, locale, chooseTheme, chooseLocale } = usePreferences(person.theme);
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
