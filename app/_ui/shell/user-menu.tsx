'use client';
import { useTranslations } from 'next-intl';
import { type Locale, locales } from '#/server/texts/shape.ts';
import { Avatar } from '../kit/avatar.tsx';
import { Menu, type MenuEntry } from '../kit/menu.tsx';
import { showToast } from '../kit/toast.ts';
import { type Theme, themes } from '../theme/theme.ts';
import type { Person } from './person.ts';
import { signOut } from './sign-out.ts';
import { usePreferences } from './use-preferences.ts';

/** The person's plate in the rail: theme, language, the way out. */
export function UserMenu({ person }: { person: Person }) {
  const t = useTranslations('shell');
  const entries = usePersonEntries(person);
  const note = person.role === 'admin' ? t('roleAdmin') : person.isDemo ? t('demo') : null;
  return (
    <div className="me">
      <Menu className="me-button" entries={entries} side="top" align="start">
        <Avatar name={person.name} person />
        <span className="me-text">
          <span className="font-medium">{person.name}</span>
          {note && <span className="text-12 text-faint">{note}</span>}
        </span>
        {/* Not an aria-label: who speaks «нажми Дарья К.» must be understood, also where the rail shows the initials alone. */}
        <span className="sr-only">{t('menuOf', { name: person.name })}</span>
      </Menu>
    </div>
  );
}

export function usePersonEntries(person: Person): MenuEntry[] {
  const t = useTranslations('shell');
  const ui = useTranslations('ui');
  const { theme, locale, chooseTheme, chooseLocale } = usePreferences(person.theme);
  const themeIcons = { system: 'screen', paper: 'sun', night: 'moon' } as const;
  return [
    {
      kind: 'choice',
      label: ui('theme.label'),
      value: theme,
      options: themes.map((value) => ({ value, label: ui(`theme.${value}`), icon: themeIcons[value] })),
      onValue: (value) => chooseTheme(value as Theme),
    },
    { kind: 'rule' },
    {
      kind: 'choice',
      label: ui('language.label'),
      value: locale,
      options: locales.map((value) => ({ value, label: ui(`language.${value}`), icon: 'globe' as const })),
      onValue: (value) => chooseLocale(value as Locale),
    },
    { kind: 'rule' },
    {
      kind: 'action',
      label: t('signOut'),
      icon: 'sign-out',
      onPress: () => {
        signOut().catch(() => showToast({ text: t('signOutFailed'), tone: 'bad' }));
      },
    },
  ];
}
