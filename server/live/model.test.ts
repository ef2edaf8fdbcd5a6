import { describe, expect, it } from 'vitest';
import { canContinue, formatPlace, mayRead, parsePlace } from './model.ts';

const place = { epoch: '0123456789ab', takenAtSeconds: 1_790_000_000, snapshot: '100:105:101,103' };

describe('a place', () => {
  it('survives its way through a header', () => {
    expect(parsePlace(formatPlace(place))).toEqual(place);
    expect(parsePlace(formatPlace({ ...place, snapshot: '7:7:' }))).toMatchObject({ snapshot: '7:7:' });
  });

  it.each([
    '',
    'nonsense',
    '0123456789ab.1790000000.105:100:',
    '0123456789ab.1790000000.100:105:103,101',
    '0123456789ab.1790000000.100:105:99',
    '0123456789ab.1790000000.100:105:105',
    '0123456789ab.1790000000.0:5:',
    `0123456789ab.1790000000.100:${'9'.repeat(20)}:`,
    `0123456789ab.1790000000.1:9999:${Array.from({ length: 3000 }, (_, n) => n + 1).join(',')}`,
    "0123456789ab.1790000000.1:2:'; DROP TABLE users",
  ])('is not read from %j, which PostgreSQL would refuse', (text) => {
    expect(parsePlace(text)).toBeNull();
  });

  it('is continued from only in the same database, within a day, and never from its future', () => {
    const later = { ...place, takenAtSeconds: place.takenAtSeconds + 60, snapshot: '110:110:' };
    expect(canContinue(place, later)).toBe(true);
    expect(canContinue(place, { ...later, epoch: 'ffffffffffff' })).toBe(false);
    expect(canContinue(place, { ...later, takenAtSeconds: place.takenAtSeconds + 86_401 })).toBe(false);
    expect(canContinue(later, place)).toBe(false);
  });
});

describe('an event', () => {
  it('is read by whom it is for and by nobody else', () => {
    const anna = { userId: 'anna', isAdmin: false };
    const boss = { userId: 'boss', isAdmin: true };
    const forAnna = { audience: 'user', userId: 'anna' } as const;
    expect([mayRead(anna, forAnna), mayRead(boss, forAnna)]).toEqual([true, false]);
    const forAdmins = { audience: 'admins', userId: null } as const;
    expect([mayRead(anna, forAdmins), mayRead(boss, forAdmins)]).toEqual([false, true]);
    const forAll = { audience: 'everybody', userId: null } as const;
    expect([mayRead(anna, forAll), mayRead(boss, forAll)]).toEqual([true, true]);
  });
});
