import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assets } from '#/server/lib/money.ts';
import { contentOf } from '../journal/model.ts';
import { capture, hold, house, type LedgerCommand, posting, release, voidHold, walletOf } from '../model.ts';
import { type BookedHold, decimalOf, effectOf, placeKey, placesOf } from './model.ts';

const now = new Date('2026-11-20T10:00:00.000Z');
const held: BookedHold = {
  ...{ id: '1', key: 'h', owner: 'anna', asset: 'stars', amount: 100n, captured: 10n, released: 20n },
  ...{ state: 'held', expiresAt: null, createdAt: now, endedAt: null },
};
const holds = new Map([['h', held]]);
const effect = (command: LedgerCommand) => effectOf(command, 'id', holds, new Map());
const account = fc.oneof(fc.constantFrom('anna', 'boris').map(walletOf), fc.constantFrom('in', 'out').map(house));
const movement = fc.record({
  from: account,
  to: account,
  asset: fc.constantFrom(...assets),
  amount: fc.bigInt(1n, 10n ** 18n),
});
const onHold = fc.oneof(
  fc
    .record({ amount: fc.bigInt(1n, 70n), rest: fc.constantFrom('return' as const, 'keep' as const) })
    .map((one) => capture({ hold: 'h', key: 'k', to: house('out'), now, ...one })),
  fc.bigInt(1n, 70n).map((amount) => release({ hold: 'h', key: 'k', amount, now })),
  fc.constant(voidHold({ hold: 'h', key: 'k', now })),
  fc.constant<LedgerCommand>({ do: 'expire', hold: 'h', key: 'k', now }),
);
const anyCommand = fc.oneof(
  onHold,
  fc
    .array(movement, { minLength: 1, maxLength: 6 })
    .map((movements) => posting({ key: 'k', kind: 'x', movements, now })),
  fc
    .bigInt(1n, 10n ** 18n)
    .map((amount) => hold({ key: 'new', owner: 'anna', asset: 'points', amount, expiresAt: null, now })),
);

it('sums to zero in each asset, touches each place once and only places that were announced', () => {
  fc.assert(
    fc.property(anyCommand, (command) => {
      const result = effect(command);
      if (!result.ok) throw new Error(result.failure.code);
      const { changes } = result.value;
      for (const asset of assets) {
        expect(changes.filter(([place]) => place.asset === asset).reduce((sum, [, one]) => sum + one, 0n)).toBe(0n);
      }
      const touched = changes.map(([place]) => placeKey(place));
      expect(new Set(touched).size).toBe(touched.length);
      const announced = placesOf([command], holds, new Map()).map(placeKey);
      expect(announced).toEqual(expect.arrayContaining(touched));
    }),
  );
});

it('leaves a hold either going on with something left or ended with nothing left', () => {
  fc.assert(
    fc.property(onHold, (command) => {
      const result = effect(command);
      const after = result.ok ? result.value.hold : undefined;
      if (!after) throw new Error('a hold was expected');
      const left = after.amount - after.captured - after.released;
      expect(left > 0n).toBe(after.state === 'held');
      expect(after.endedAt === null).toBe(after.state === 'held');
      expect(result.ok && -(result.value.changes.find(([{ kind }]) => kind === 'held')?.[1] ?? 0n)).toBe(70n - left);
    }),
  );
});

describe('contentOf', () => {
  const base = { key: 'k', kind: 'sale', now };
  const [anna, boris] = [walletOf('anna'), walletOf('boris')];
  const two = [
    { from: anna, to: boris, asset: 'stars' as const, amount: 5n },
    { from: house('in'), to: anna, asset: 'tokens' as const, amount: 7n },
  ];
  it('is the same whatever the order, the time, the note and the key', () => {
    const other = { ...base, key: 'other', now: new Date(0), note: 'again' };
    expect(contentOf(posting({ ...other, movements: two.toReversed() }))).toBe(
      contentOf(posting({ ...base, movements: two })),
    );
  });
  it('differs by everything that matters', () => {
    const told = [
      posting({ ...base, movements: two }),
      posting({ ...base, kind: 'gift', movements: two }),
      posting({ ...base, movements: two.slice(1) }),
      hold({ key: 'k', owner: 'anna', asset: 'stars', amount: 5n, expiresAt: null, now }),
      hold({ key: 'k', owner: 'anna', asset: 'stars', amount: 6n, expiresAt: null, now }),
      capture({ hold: 'h', key: 'k', amount: 5n, to: boris, now }),
      capture({ hold: 'h', key: 'k', amount: 5n, to: boris, rest: 'keep', now }),
      capture({ hold: 'h2', key: 'k', amount: 5n, to: boris, now }),
      release({ hold: 'h', key: 'k', amount: 5n, now }),
      voidHold({ hold: 'h', key: 'k', now }),
    ];
    expect(new Set(told.map(contentOf)).size).toBe(told.length);
  });
});

it('writes amounts in the unit of their asset', () => {
  expect(decimalOf(1250n, 'points')).toBe('12.50');
  expect(decimalOf(-5n, 'kopecks')).toBe('-0.05');
  expect(decimalOf(9_007_199_254_740_993n, 'stars')).toBe('9007199254740993');
});
