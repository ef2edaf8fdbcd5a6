'use client';
import { useEffect } from 'react';
import { addPaletteItems, type PaletteItem } from './store.ts';

/** A screen's own things in the palette while it is open. Memoise `items`: a new array replaces the old one. */
export function usePaletteItems(items: readonly PaletteItem[]): void {
  useEffect(() => addPaletteItems(items), [items]);
}
