'use client';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import type { IconName } from '../drawings/icon.tsx';
import { IconButton } from '../kit/button.tsx';
import { Segmented } from '../kit/choices.tsx';
import { applyTheme } from './preference-cookies.ts';
import { type Theme, themes } from './theme.ts';

const icons = { system: 'screen', paper: 'sun', night: 'moon' } satisfies Record<Theme, IconName>;

/** All three in sight. `onPicked` saves it in the profile when somebody is signed in. */
export function ThemePicker({ value, onPicked }: { value: Theme; onPicked?: (theme: Theme) => void }) {
  const t = useTranslations('ui.theme');
  const [theme, setTheme] = useState(value);
  return (
    <Segmented
      label={t('label')}
      name="theme"
      value={theme}
      segments={themes.map((option) => ({ value: option, label: t(option), icon: icons[option] }))}
      onValue={(picked) => {
        setTheme(picked);
        applyTheme(picked);
        onPicked?.(picked);
      }}
    />
  );
}

/** One button for a footer: paper <-> night, starting from what is seen. */
export function ThemeButton({ value }: { value: Theme }) {
  const t = useTranslations('ui.theme');
  const [theme, setTheme] = useState(value);
  const [systemDark, setSystemDark] = useState(false);
  useEffect(() => setSystemDark(matchMedia('(prefers-color-scheme: dark)').matches), []);
  const dark = theme === 'night' || (theme === 'system' && systemDark);
  const next: Theme = dark ? 'paper' : 'night';
  return (
    <IconButton
      icon={icons[next]}
      label={`${t('label')}: ${t(next)}`}
      onClick={() => {
        setTheme(next);
        applyTheme(next);
      }}
    />
  );
}
