'use client';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { PaletteOverlays } from '../palette/overlays.tsx';
import { openShortcuts, type PaletteItem } from '../palette/store.ts';
import { usePaletteItems } from '../palette/use-palette-items.ts';
import { type Area, palettePages } from './pages.ts';
import type { Person } from './person.ts';
import { signOut } from './sign-out.ts';
import { usePreferences } from './use-preferences.ts';

/** Pages of the table and the deeds that belong to no page. */
export function ShellPalette({ area, person }: { area: Area; person: Person }) {
  const t = useTranslations('shell');
  const { chooseTheme, chooseLocale } = usePreferences(person.theme);
  // The deeds close over setters that never change their meaning.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  const items = useMemo<PaletteItem[]>(() => {
    const actions = t('palette.actions');
    return [
      ...palettePages(area, person.role).map((page) => ({
        id: `page:${page.href}`,
        label: t(`pages.${page.key}`),
        keywords: t(`pageNotes.${page.key}`),
        note: t(`pageNotes.${page.key}`),
        icon: page.icon,
        group: t('palette.pages'),
        href: page.href,
      })),
      action('theme:paper', t('actions.themePaper'), 'sun', () => chooseTheme('paper')),
      action('theme:night', t('actions.themeNight'), 'moon', () => chooseTheme('night')),
      action('theme:system', t('actions.themeSystem'), 'screen', () => chooseTheme('system')),
      action('locale:ru', t('actions.localeRu'), 'globe', () => chooseLocale('ru')),
      action('locale:en', t('actions.localeEn'), 'globe', () => chooseLocale('en')),
      action('shortcuts', t('actions.shortcuts'), 'keyboard', openShortcuts),
      action('sign-out', t('signOut'), 'sign-out', () => void signOut()),
    ];
    function action(id: string, label: string, icon: PaletteItem['icon'], run: () => void): PaletteItem {
      return { id, label, icon, group: actions, run };
    }
  }, [area, person.role, t]);
  usePaletteItems(items);
  return <PaletteOverlays />;
}
