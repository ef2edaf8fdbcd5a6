import { describe, expect, it } from 'vitest';
import { compareCatalogues, placesOf } from './texts.ts';

describe('compareCatalogues', () => {
  it('catches a key that one language lacks', () => {
    const breaches = compareCatalogues({ a: { b: 'б', c: 'в' } }, { a: { b: 'b' }, d: 'd' });
    expect(breaches.map(({ path, message }) => `${path} ${message}`)).toEqual([
      'server/texts: a.c missing in English',
      'server/texts: d missing in Russian',
    ]);
  });
  it('catches a sentence that fills in something else, or does not parse', () => {
    expect(compareCatalogues({ a: 'от {from}' }, { a: 'from {sender}' })).toHaveLength(1);
    expect(compareCatalogues({ a: '<link>да</link>' }, { a: 'yes' })).toHaveLength(1);
    expect(compareCatalogues({ a: '{n, plural, one {#} other {#}' }, { a: '{n}' })).toMatchObject([
      { message: /braces/ },
    ]);
  });
});

describe('placesOf', () => {
  it('names values, also inside plurals, and not their words', () => {
    expect(placesOf('{n, plural, =0 {none of {name}} one {day} other {# days}} at {at, time, short}')).toEqual([
      'at',
      'n',
      'name',
    ]);
    expect(placesOf("it's '{quoted}' text")).toEqual([]);
    expect(placesOf('{kind, select, gift {a gift} other {{count} things}}')).toEqual(['count', 'kind']);
  });
});
