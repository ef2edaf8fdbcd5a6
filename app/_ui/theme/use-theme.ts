'use client';
import { useSyncExternalStore } from 'react';
import { applyTheme } from './preference-cookies.ts';
import type { Theme } from './theme.ts';

/** What was chosen on this page: every picker shows the same. Null until then: the server's word stands. */
let chosen: Theme | null = null;
const listeners = new Set<() => void>();

export function useTheme(fromServer: Theme): Theme {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => chosen ?? fromServer,
    () => fromServer,
  );
}

export function showTheme(theme: Theme): void {
  chosen = theme;
  applyTheme(theme);
  for (const listener of listeners) listener();
}
