'use client';
import { useTranslations } from 'next-intl';
import { useSyncExternalStore } from 'react';
import { Icon } from '../drawings/icon.tsx';
import { openPalette } from './store.ts';

const never = () => () => {};
const isApple = () => /Mac|iPhone|iPad/.test(navigator.platform);

/** In the rail; the key beside it is the one of this machine. */
export function FindButton() {
  const t = useTranslations('shell');
  const apple = useSyncExternalStore(never, isApple, () => false);
  return (
    <button type="button" className="find" aria-haspopup="dialog" title={t('find')} onClick={openPalette}>
      <Icon name="search" />
      {t('find')}
      <span className="kbd" aria-hidden="true">
        {apple ? '⌘K' : 'Ctrl K'}
      </span>
    </button>
  );
}
