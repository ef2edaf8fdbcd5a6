import { describe, expect, it } from 'vitest';
import { overlayFor } from './keys.ts';

const press = (
  key: string,
  code: string,
  modifiers: Partial<Record<'metaKey' | 'ctrlKey' | 'altKey' | 'shiftKey', boolean>> = {},
) => ({
  key,
  code,
  metaKey: false,
  ctrlKey: false,
  altKey: false,
  shiftKey: false,
  ...modifiers,
});

describe('keys of the palette', () => {
  it('opens with ⌘K and Ctrl+K in both layouts, even while typing', () => {
    expect(overlayFor(press('k', 'KeyK', { metaKey: true }), true)).toBe('palette');
    expect(overlayFor(press('л', 'KeyK', { ctrlKey: true }), false)).toBe('palette');
  });
  it('opens with the slash key in both layouts', () => {
    expect(overlayFor(press('/', 'Slash'), false)).toBe('palette');
    expect(overlayFor(press('.', 'Slash'), false)).toBe('palette');
    expect(overlayFor(press('/', 'Backslash', { shiftKey: true }), false)).toBe('palette');
  });
  it('shows the keys with a question mark in both layouts', () => {
    expect(overlayFor(press('?', 'Slash', { shiftKey: true }), false)).toBe('shortcuts');
    expect(overlayFor(press(',', 'Slash', { shiftKey: true }), false)).toBe('shortcuts');
    expect(overlayFor(press('?', 'Digit7', { shiftKey: true }), false)).toBe('shortcuts');
  });
  it('leaves what is typed alone', () => {
    expect(overlayFor(press('/', 'Slash'), true)).toBeNull();
    expect(overlayFor(press('?', 'Slash', { shiftKey: true }), true)).toBeNull();
    expect(overlayFor(press('.', 'Period'), false)).toBeNull();
  });
});
