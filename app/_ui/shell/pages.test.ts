import { describe, expect, it } from 'vitest';
import { en } from '#/server/texts/en.ts';
import { ru } from '#/server/texts/ru.ts';
import { currentPage, pages, pagesOf, palettePages } from './pages.ts';

describe('the table of pages', () => {
  it('shows an ordinary person nothing of the admin', () => {
    expect(
      [...pagesOf('app', 'user'), ...palettePages('app', 'user')].filter((page) => page.href.startsWith('/admin')),
    ).toEqual([]);
  });
  it('gives the bottom bar at most four pages, each a place of its own', () => {
    for (const area of ['app', 'admin'] as const) {
      const places = pagesOf(area, 'admin').flatMap((page) => page.bar ?? []);
      expect(new Set(places).size).toBe(places.length);
      expect(places.length).toBeLessThanOrEqual(4);
    }
  });
  it('names every page in both languages', () => {
    for (const { key } of pages) {
      expect(ru.shell.pages[key]).not.toBe('');
      expect(en.shell.pages[key]).not.toBe('');
    }
  });
  it('marks the deepest page of an address', () => {
    const rows = pagesOf('app', 'admin');
    expect(currentPage('/app/settings/sessions', rows)?.key).toBe('settings');
    expect(currentPage('/app', rows)?.key).toBe('overview');
    expect(currentPage('/apple', rows)).toBeUndefined();
  });
  it('offers an address once in the palette', () => {
    const addresses = palettePages('admin', 'admin').map((page) => page.href);
    expect(new Set(addresses).size).toBe(addresses.length);
  });
});
