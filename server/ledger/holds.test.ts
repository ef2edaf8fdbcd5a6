import { afterAll, describe, expect, it } from 'vitest';
import { transaction } from '#/server/lib/db.ts';
import { fail } from '#/server/lib/errors.ts';
import { testDatabase } from '#/tests/support/database.ts';
import { granted, later, ledgerPeople, now } from '#/tests/support/ledger-people.ts';
import { findHold, openHoldsOf } from './data.ts';
import { capture, hold, house, release, voidHold } from './model.ts';
import { reconcile } from './reconcile/data.ts';
import { expireHolds, postAlone } from './service.ts';

const { deps } = await testDatabase();
const { someone, stars } = ledgerPeople(deps);

afterAll(async () => {
  expect(await reconcile(deps)).toMatchObject({ differenceCount: 0, differences: [] });
});

describe('holds', () => {
  const open = async (amount: bigint, expiresAt: Date | null = null) => {
    const owner = await someone(100n);
    const key = `hold:${owner}`;
    granted(await postAlone(deps, hold({ key, owner, asset: 'stars', amount, expiresAt, now })));
    return { owner, key };
  };
  const taking = (of: string, amount: bigint, key = `${of}:take`, rest: 'return' | 'keep' = 'return') =>
    capture({ hold: of, key, amount, to: house('stars-out'), rest, now: later });

  it('sets an amount aside, takes a part and returns the rest, all by keys that may be told twice', async () => {
    const { owner, key } = await open(80n);
    expect(await stars(owner)).toEqual([20n, 80n]);
    expect(
      (await postAlone(deps, hold({ key, owner, asset: 'stars', amount: 80n, expiresAt: later, now: later }))).ok,
    ).toBe(true);
    const first = await postAlone(deps, taking(key, 30n));
    expect(await postAlone(deps, taking(key, 30n))).toEqual(first);
    expect(granted(first).entries.map(({ kind, amount }) => [kind, amount])).toEqual([
      ['held', -80n],
      ['wallet', 50n],
      ['system', 30n],
    ]);
    expect(await stars(owner)).toEqual([70n, 0n]);
    expect(await findHold(deps.db, owner, key)).toMatchObject({
      state: 'captured',
      captured: 30n,
      released: 50n,
      endedAt: later,
    });
    expect(await findHold(deps.db, 'somebody-else', key)).toBeNull();
  });

  it('takes several times and gives back in parts, until nothing is left', async () => {
    const { owner, key } = await open(60n);
    granted(await postAlone(deps, taking(key, 10n, `${key}:1`, 'keep')));
    granted(await postAlone(deps, release({ hold: key, key: `${key}:2`, amount: 20n, now: later })));
    expect(await openHoldsOf(deps.db, owner)).toMatchObject([{ key, amount: 60n, captured: 10n, released: 20n }]);
    expect(await stars(owner)).toEqual([60n, 30n]);
    expect(await postAlone(deps, taking(key, 31n, `${key}:3`))).toEqual(
      fail('ledger_hold_exceeded', { hold: key, asset: 'stars', have: '30', need: '31' }),
    );
    granted(await postAlone(deps, taking(key, 30n, `${key}:4`, 'keep')));
    expect(await openHoldsOf(deps.db, owner)).toEqual([]);
    expect(await findHold(deps.db, owner, key)).toMatchObject({ state: 'captured', captured: 40n, released: 20n });
    expect(await stars(owner)).toEqual([60n, 0n]);
  });

  it('gives everything back when it is voided, and refuses to be taken from afterwards', async () => {
    const { owner, key } = await open(80n);
    const voided = voidHold({ hold: key, key: `${key}:void`, now: later });
    const first = await postAlone(deps, voided);
    expect(await postAlone(deps, voided)).toEqual(first);
    expect(await stars(owner)).toEqual([100n, 0n]);
    expect(await postAlone(deps, taking(key, 1n))).toEqual(fail('ledger_hold_ended', { hold: key, state: 'voided' }));
    expect(await postAlone(deps, taking('no-such-hold', 1n))).toEqual(
      fail('ledger_hold_unknown', { hold: 'no-such-hold' }),
    );
  });

  it('refuses to hold what is not free', async () => {
    const { owner } = await open(80n);
    expect(
      await postAlone(deps, hold({ key: `more:${owner}`, owner, asset: 'stars', amount: 21n, expiresAt: null, now })),
    ).toEqual(fail('ledger_insufficient', { asset: 'stars', have: '20', need: '21' }));
  });

  it('expires what is due, once, by prefix where asked, and leaves the others', async () => {
    const due = await open(10n, later);
    const taken = await open(20n, later);
    const notYet = await open(30n, new Date(later.getTime() + 1));
    const forGood = await open(40n);
    granted(await postAlone(deps, taking(taken.key, 5n)));
    const expire = (prefix: string) => transaction(deps.db, (tx) => expireHolds(tx, { now: later, prefix }));
    expect(granted(await expire('check:'))).toEqual([]);
    expect(granted(await expire('hold:'))).toEqual([due.key]);
    expect(granted(await expire(''))).toEqual([]);
    expect(await findHold(deps.db, due.owner, due.key)).toMatchObject({
      state: 'expired',
      released: 10n,
      endedAt: later,
    });
    expect(await stars(due.owner)).toEqual([100n, 0n]);
    expect(await stars(notYet.owner)).toEqual([70n, 30n]);
    expect(await stars(forGood.owner)).toEqual([60n, 40n]);
  });
});
