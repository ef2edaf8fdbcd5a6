'use client';
import { useTranslations } from 'next-intl';
import { useSyncExternalStore } from 'react';
import type { IconName } from '../drawings/icon.tsx';
import { IconButton } from '../kit/button.tsx';
import { Segmented } from '../kit/choices.tsx';
import { type Theme, themes } from './theme.ts';
import { showTheme, useTheme } from './use-theme.ts';

const icons = { system: 'screen', paper: 'sun', night: 'moon' } satisfies Record<Theme, IconName>;

/** All three in sight. `onPicked` saves it in the profile when somebody is signed in. */
export function ThemePicker({ value, onPicked }: { value: Theme; onPicked?: (theme: Theme) => void }) {
  const t = useTranslations('ui.theme');
  const theme = useTheme(value);
  return (
    <Segmented
      label={t('label')}
      name="theme"
      value={theme}
      segments={themes.map((option) => ({ value: option, label: t(option), icon: icons[option] }))}
      onValue={(picked) => {
        showTheme(picked);
        onPicked?.(picked);
      }}
    />
  );
}

const dark = '(prefers-color-scheme: dark)';
const watchSystem = (onChange: () => void) => {
  const query = matchMedia(dark);
  query.addEventListener('change', onChange);
  return () => query.removeEventListener('change', onChange);
};

/** One button for a footer: paper <-> night, starting from what is seen. */
export function ThemeButton({ value }: { value: Theme }) {
  const t = useTranslations('ui.theme');
  const theme = useTheme(value);
  const systemIsDark = useSyncExternalStore(
    watchSystem,
    () => matchMedia(dark).matches,
    () => false,
  );
  const isDark = theme === 'night' || (theme === 'system' && systemIsDark);
  const next: Theme = isDark ? 'paper' : 'night';
  return <IconButton icon={icons[next]} label={`${t('label')}: ${t(next)}`} onClick={() => showTheme(next)} />;
}
