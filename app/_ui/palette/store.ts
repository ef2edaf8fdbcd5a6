import type { IconName } from '../drawings/icon.tsx';
import type { PaletteEntry } from './model.ts';

/** Something to find with ⌘K: a page (`href`) or a deed (`run`). */
export interface PaletteItem extends PaletteEntry {
  readonly icon: IconName;
  /** The heading it stands under; groups keep the order of their first item. */
  readonly group: string;
  readonly note?: string;
  readonly href?: string;
  readonly run?: () => void;
}

/** What the palette searches is gathered from the shell and from the screens that are open. */
const sources = new Map<symbol, readonly PaletteItem[]>();
const listeners = new Set<() => void>();
let snapshot: readonly PaletteItem[] = [];

/** Adds items until the returned function is called; see `usePaletteItems`. */
export function addPaletteItems(items: readonly PaletteItem[]): () => void {
  const key = Symbol('palette source');
  sources.set(key, items);
  publish();
  return () => {
    sources.delete(key);
    publish();
  };
}
function publish(): void {
  snapshot = [...sources.values()].flat();
  for (const listener of listeners) listener();
}
export function subscribeToItems(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
export function paletteItems(): readonly PaletteItem[] {
  return snapshot;
}

export type Overlay = 'palette' | 'shortcuts' | null;
let showOverlay: ((overlay: Overlay) => void) | null = null;

export function onOverlay(show: (overlay: Overlay) => void): () => void {
  showOverlay = show;
  return () => {
    showOverlay = null;
  };
}
export function openPalette(): void {
  showOverlay?.('palette');
}
export function openShortcuts(): void {
  showOverlay?.('shortcuts');
}

/** The last opened things come first while nothing is typed. Only ids are kept, only in this browser. */
const recentKey = 'stardesk.recent';
const keptRecent = 5;

export function recentIds(): readonly string[] {
  try {
    const ids: unknown = JSON.parse(localStorage.getItem(recentKey) ?? '[]');
    return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string').slice(0, keptRecent) : [];
  } catch {
    return [];
  }
}
export function rememberRecent(id: string): void {
  const ids = [id, ...recentIds().filter((known) => known !== id)].slice(0, keptRecent);
  try {
    localStorage.setItem(recentKey, JSON.stringify(ids));
  } catch {
    // Storage is full or forbidden: the palette works without memory.
  }
}
