import fc from 'fast-check';
import { expect, it } from 'vitest';
import { testDatabase } from '#/tests/support/database.ts';
import { isStorable } from './storable.ts';

const { deps } = await testDatabase();

it('refuses NUL, halves of surrogate pairs and bottomless nesting, as values and as keys', () => {
  const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)]);
  for (const odd of ['a\0b', '\ud800', ['x', { y: '\0' }], { '\udfff': 1 }, nested(41)])
    expect(isStorable(odd)).toBe(false);
  for (const fine of ['Привет 🎁', null, 1.5, { a: [true, { b: '' }] }, nested(40), undefined])
    expect(isStorable(fine)).toBe(true);
});

it('lets through only what PostgreSQL gives back as it was', async () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)) }),
  );
  await fc.assert(
    fc.asyncProperty(text, async (value) => {
      fc.pre(isStorable(value));
      const { rows } = await deps.pool.query('SELECT $1::text AS text, $2::jsonb AS json', [
        value,
        JSON.stringify([value]),
      ]);
      expect(rows[0]).toEqual({ text: value, json: [value] });
    }),
    { numRuns: 200 },
  );
});
