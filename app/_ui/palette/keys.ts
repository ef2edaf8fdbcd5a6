import type { Overlay } from './store.ts';

/** Single keys can be switched off: speech input types letters that nobody meant (WCAG 2.1.4). */
const offKey = 'stardesk.single-keys-off';

export function singleKeysOn(): boolean {
  try {
    return localStorage.getItem(offKey) === null;
  } catch {
    return true;
  }
}
export function setSingleKeys(on: boolean): void {
  try {
    if (on) localStorage.removeItem(offKey);
    else localStorage.setItem(offKey, '1');
  } catch {
    // Without storage they stay on.
  }
}

type Press = Pick<KeyboardEvent, 'key' | 'code' | 'metaKey' | 'ctrlKey' | 'altKey' | 'shiftKey'>;

/** What a key opens. By its place as well as by its letter: in the Russian layout ⌘K is ⌘Л and `/` is a full stop. */
export function overlayFor(press: Press, isTyping: boolean): Overlay {
  const chord = press.metaKey || press.ctrlKey;
  if (chord && !press.altKey && !press.shiftKey && (press.code === 'KeyK' || press.key.toLowerCase() === 'k'))
    return 'palette';
  if (chord || press.altKey || isTyping) return null;
  if (press.key === '?' || (press.code === 'Slash' && press.shiftKey)) return 'shortcuts';
  if (press.key === '/' || (press.code === 'Slash' && !press.shiftKey)) return 'palette';
  return null;
}

export function isTypingIn(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement)
    return true;
  const untyped = ['checkbox', 'radio', 'button', 'submit', 'range'];
  return target instanceof HTMLInputElement && !untyped.includes(target.type);
}
