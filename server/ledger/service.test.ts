import { describe, expect, it } from 'vitest';
import { transaction } from '#/server/lib/db.ts';
import { fail, succeed } from '#/server/lib/errors.ts';
import { connectTo, testDatabase } from '#/tests/support/database.ts';
import { balanceOf, balancesOf, findHold, openHoldsOf } from './data.ts';
import { capture, credit, debit, debtOf, hold, house, posting, release, reverse, transfer, voidHold } from './model.ts';
import { reconcile } from './reconcile/data.ts';
import { expireHolds, post, postAll, postAllAlone, postAlone } from './service.ts';

const { deps, url } = await testDatabase();
const now = new Date('2026-11-20T10:00:00.000Z');
const later = new Date('2026-11-20T11:00:00.000Z');
let people = 0;
/** A person with so many stars. */
async function someone(stars = 0n): Promise<string> {
  const owner = `person-${++people}`;
  if (stars > 0n) await postAlone(deps, topUp(owner, stars));
  return owner;
}
const topUp = (owner: string, amount: bigint, key = `top-up:${owner}`) =>
  credit({ key, kind: 'stars.top-up', owner, from: house('stars-in'), asset: 'stars', amount, now });
const spend = (owner: string, amount: bigint, key: string) =>
  debit({ key, kind: 'stars.spent', owner, to: house('stars-out'), asset: 'stars', amount, now });
const stars = async (owner: string) => {
  const { free, held } = await balanceOf(deps.db, owner, 'stars');
  return [free, held];
};
const value = <Value>(result: { ok: true; value: Value } | { ok: false; failure: unknown }): Value => {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
};

describe('posts', () => {
  it('answers with the entries, their balances and their places in the accounts', async () => {
    const owner = await someone();
    const posted = value(await postAlone(deps, { ...topUp(owner, 100n), note: 'a gift' }));
    expect(posted).toMatchObject({ key: `top-up:${owner}`, kind: 'stars.top-up', note: 'a gift', at: now });
    expect(posted.entries).toMatchObject([
      { owner, asset: 'stars', kind: 'wallet', amount: 100n, balanceAfter: 100n, sequence: 1n },
      { owner: 'system:stars-in', asset: 'stars', kind: 'system', amount: -100n },
    ]);
  });

  it('gives the first result again for the same key and content, whenever and however worded it is told', async () => {
    const owner = await someone();
    const first = await postAlone(deps, { ...topUp(owner, 7n), note: 'first' });
    const again = await postAlone(deps, { ...topUp(owner, 7n), note: 'again', now: later });
    expect(again).toEqual(first);
    expect(await stars(owner)).toEqual([7n, 0n]);
  });

  it.each([
    ['another amount', { amount: 8n }],
    ['another owner', { owner: 'somebody-else' }],
    ['another asset', { asset: 'tokens' as const }],
    ['another counterpart', { from: house('elsewhere') }],
    ['another kind', { kind: 'stars.refund' }],
  ])('refuses a key that already names %s, and changes nothing', async (_, change) => {
    const owner = await someone();
    const key = `reused:${people}`;
    const asked = { key, kind: 'in', owner, from: house('stars-in'), asset: 'stars' as const, amount: 7n, now };
    await postAlone(deps, credit(asked));
    const refused = await postAlone(deps, credit({ ...asked, ...change }));
    expect(refused).toEqual(fail('ledger_key_reused', { key }));
    expect(await stars(owner)).toEqual([7n, 0n]);
    expect(await balancesOf(deps.db, 'somebody-else')).toEqual([]);
  });

  it('says what is there and what is needed, in the unit of the asset, when there is not enough', async () => {
    const owner = await someone(5n);
    expect(await postAlone(deps, spend(owner, 8n, 'too-much'))).toEqual(
      fail('ledger_insufficient', { asset: 'stars', have: '5', need: '8' }),
    );
    const points = { kind: 'points', owner, asset: 'points' as const, now };
    await postAlone(deps, credit({ ...points, key: 'points-in', from: house('visits'), amount: 1250n }));
    expect(
      await postAlone(deps, debit({ ...points, key: 'points-out', to: house('rewards'), amount: 100_000n })),
    ).toEqual(fail('ledger_insufficient', { asset: 'points', have: '12.50', need: '1000.00' }));
  });

  it('leaves the caller a usable transaction and no trace after a refusal, so that the key stays free', async () => {
    const owner = await someone(5n);
    const result = await transaction(deps.db, async (tx) => {
      const refused = await post(tx, spend(owner, 8n, `try:${owner}`));
      expect(refused.ok).toBe(false);
      return post(tx, spend(owner, 3n, `try:${owner}`));
    });
    expect(value(result).entries[0]).toMatchObject({ amount: -3n, balanceAfter: 2n });
  });

  it('stands or falls with the rows of its caller', async () => {
    const owner = await someone();
    const result = await transaction(deps.db, async (tx) => {
      await tx.setting.create({ data: { key: `mark-${owner}`, value: 1 } });
      value(await post(tx, topUp(owner, 9n)));
      return fail('conflict');
    });
    expect(result.ok).toBe(false);
    expect(await stars(owner)).toEqual([0n, 0n]);
    expect(await deps.db.ledgerTransaction.count({ where: { key: `top-up:${owner}` } })).toBe(0);
    expect(value(await postAlone(deps, topUp(owner, 9n))).entries).toHaveLength(2);
  });

  it('leaves nothing when the process dies between the post and the commit', async () => {
    const owner = await someone();
    const other = await connectTo(url);
    const dying = transaction(deps.db, async (tx) => {
      value(await post(tx, topUp(owner, 9n)));
      const [{ pid }] = await tx.$queryRaw<[{ pid: number }]>`SELECT pg_backend_pid() AS pid`;
      await other.query('SELECT pg_terminate_backend($1)', [pid]);
      await tx.$queryRaw`SELECT 1`;
      return succeed();
    });
    await expect(dying).rejects.toThrow();
    await other.end();
    expect(await stars(owner)).toEqual([0n, 0n]);
    expect(await deps.db.ledgerTransaction.count({ where: { key: `top-up:${owner}` } })).toBe(0);
  });

  it('moves several assets and accounts as one effect, none of them where one is short', async () => {
    const [anna, boris] = [await someone(100n), await someone()];
    const sale = (amount: bigint, key: string) =>
      posting({
        ...{ key, kind: 'sale', now },
        movements: [
          { from: { owner: anna, kind: 'wallet' }, to: { owner: boris, kind: 'wallet' }, asset: 'stars', amount },
          { from: house('mint'), to: { owner: anna, kind: 'wallet' }, asset: 'tokens', amount: 3n },
        ],
      });
    expect((await postAlone(deps, sale(101n, 'sale:1'))).ok).toBe(false);
    expect(await balancesOf(deps.db, anna)).toEqual([{ asset: 'stars', free: 100n, held: 0n }]);
    value(await postAlone(deps, sale(60n, 'sale:2')));
    expect(await balancesOf(deps.db, anna)).toEqual([
      { asset: 'stars', free: 40n, held: 0n },
      { asset: 'tokens', free: 3n, held: 0n },
    ]);
    expect(await stars(boris)).toEqual([60n, 0n]);
  });

  it('applies a batch whole, each command seeing those before it, and a repeat within it once', async () => {
    const [anna, boris] = [await someone(), await someone()];
    const batch = [
      topUp(anna, 10n),
      transfer({ key: `pass:${anna}`, kind: 'pass', from: anna, to: boris, asset: 'stars', amount: 10n, now }),
      topUp(anna, 10n),
      hold({ key: `keep:${boris}`, owner: boris, asset: 'stars', amount: 4n, expiresAt: null, now }),
    ];
    const posted = value(await postAllAlone(deps, batch));
    expect(posted[2]).toEqual(posted[0]);
    expect([await stars(anna), await stars(boris)]).toEqual([
      [0n, 0n],
      [6n, 4n],
    ]);
    const short = [topUp(anna, 5n, `five:${anna}`), spend(anna, 6n, `six:${anna}`)];
    expect((await postAllAlone(deps, short)).ok).toBe(false);
    expect(await stars(anna)).toEqual([0n, 0n]);
    expect(value(await postAllAlone(deps, batch))).toEqual(posted);
  });

  it("books what already happened outside as the owner's debt where the wallet does not cover it", async () => {
    const owner = await someone(100n);
    value(
      await postAlone(deps, hold({ key: `plan:${owner}`, owner, asset: 'stars', amount: 90n, expiresAt: null, now })),
    );
    const byHand = (wallet: bigint, debt: bigint) =>
      posting({
        ...{ key: `foreign:${owner}`, kind: 'stars.foreign', now },
        movements: [
          { from: { owner, kind: 'wallet' }, to: house('foreign'), asset: 'stars', amount: wallet },
          { from: debtOf(owner), to: house('foreign'), asset: 'stars', amount: debt },
        ],
      });
    value(await postAlone(deps, byHand(10n, 40n)));
    expect(await stars(owner)).toEqual([0n, 90n]);
    value(await postAlone(deps, voidHold({ hold: `plan:${owner}`, key: `plan:${owner}:void`, now })));
    value(
      await postAlone(
        deps,
        debit({ key: `settle:${owner}`, kind: 'debt', owner, to: debtOf(owner), asset: 'stars', amount: 40n, now }),
      ),
    );
    expect(await stars(owner)).toEqual([50n, 0n]);
  });

  it.each([
    ['an amount of nothing', () => topUp('x', 0n)],
    ['a negative amount', () => topUp('x', -5n)],
    [
      'an account to itself',
      () => transfer({ key: 'k', kind: 'k', from: 'x', to: 'x', asset: 'stars', amount: 1n, now }),
    ],
    ['no movement', () => posting({ key: 'k', kind: 'k', movements: [], now })],
    ['an empty key', () => topUp('x', 1n, '')],
    [
      'a held account',
      () =>
        posting({
          key: 'k',
          kind: 'k',
          now,
          movements: [{ from: { owner: 'x', kind: 'held' as 'wallet' }, to: house('h'), asset: 'stars', amount: 1n }],
        }),
    ],
    [
      'movements that cancel out',
      () =>
        posting({
          key: 'k',
          kind: 'k',
          now,
          movements: [
            { from: house('a'), to: house('b'), asset: 'stars', amount: 1n },
            { from: house('b'), to: house('a'), asset: 'stars', amount: 1n },
          ],
        }),
    ],
    ['a reversal under another key', () => ({ ...reverse({ of: 'a', now }), key: 'own' })],
  ])('treats %s as a bug of the caller', async (_, command) => {
    await expect(postAlone(deps, command())).rejects.toThrow(RangeError);
  });

  it('keeps amounts beyond what a JS number holds exact', async () => {
    const owner = await someone(2n ** 62n);
    value(await postAlone(deps, spend(owner, 2n ** 62n - 9_007_199_254_740_993n, `big:${owner}`)));
    expect(await stars(owner)).toEqual([9_007_199_254_740_993n, 0n]);
  });
});

describe('holds', () => {
  const open = async (amount: bigint, expiresAt: Date | null = null) => {
    const owner = await someone(100n);
    const key = `hold:${owner}`;
    value(await postAlone(deps, hold({ key, owner, asset: 'stars', amount, expiresAt, now })));
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
    expect(value(first).entries.map(({ kind, amount }) => [kind, amount])).toEqual([
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
    value(await postAlone(deps, taking(key, 10n, `${key}:1`, 'keep')));
    value(await postAlone(deps, release({ hold: key, key: `${key}:2`, amount: 20n, now: later })));
    expect(await openHoldsOf(deps.db, owner)).toMatchObject([{ key, amount: 60n, captured: 10n, released: 20n }]);
    expect(await stars(owner)).toEqual([60n, 30n]);
    expect(await postAlone(deps, taking(key, 31n, `${key}:3`))).toEqual(
      fail('ledger_hold_exceeded', { hold: key, asset: 'stars', have: '30', need: '31' }),
    );
    value(await postAlone(deps, taking(key, 30n, `${key}:4`, 'keep')));
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
    value(await postAlone(deps, taking(taken.key, 5n)));
    const expire = (prefix: string) => transaction(deps.db, (tx) => expireHolds(tx, { now: later, prefix }));
    expect(value(await expire('check:'))).toEqual([]);
    expect(value(await expire('hold:'))).toEqual([due.key]);
    expect(value(await expire(''))).toEqual([]);
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

describe('reversals', () => {
  it('undo once, by an opposite transaction, and leave the originals byte-identical', async () => {
    const owner = await someone(100n);
    value(await postAlone(deps, spend(owner, 30n, `spend:${owner}`)));
    const rows = async (key: string) =>
      (
        await deps.pool.query(
          `SELECT t::text AS transaction, array_agg(e::text ORDER BY account_id) AS entries
        FROM ledger_transactions t JOIN ledger_entries e ON e.transaction_id = t.id WHERE t.key = $1 GROUP BY t.*`,
          [key],
        )
      ).rows;
    const before = await rows(`spend:${owner}`);
    const undo = reverse({ of: `spend:${owner}`, note: 'by mistake', now: later });
    const first = await postAlone(deps, undo);
    expect(await postAlone(deps, undo)).toEqual(first);
    expect(value(first)).toMatchObject({ key: `reverse:spend:${owner}`, kind: 'reverse' });
    expect(await stars(owner)).toEqual([100n, 0n]);
    expect(await rows(`spend:${owner}`)).toEqual(before);
    expect(before).toHaveLength(1);
  });

  it('is refused while what came in is spent, with the numbers', async () => {
    const owner = await someone(100n);
    value(await postAlone(deps, spend(owner, 30n, `spend:${owner}`)));
    expect(await postAlone(deps, reverse({ of: `top-up:${owner}`, now }))).toEqual(
      fail('ledger_insufficient', { asset: 'stars', have: '70', need: '100' }),
    );
  });

  it('gives what a capture took back to the wallet and does not open the hold again', async () => {
    const owner = await someone(100n);
    const key = `hold:${owner}`;
    value(await postAlone(deps, hold({ key, owner, asset: 'stars', amount: 50n, expiresAt: null, now })));
    value(await postAlone(deps, capture({ hold: key, key: `${key}:take`, amount: 30n, to: house('stars-out'), now })));
    value(await postAlone(deps, reverse({ of: `${key}:take`, now })));
    expect(await stars(owner)).toEqual([100n, 0n]);
    expect(await findHold(deps.db, owner, key)).toMatchObject({ state: 'captured' });
    expect(await postAlone(deps, reverse({ of: key, now }))).toEqual(fail('ledger_nothing_to_reverse', { key }));
    expect(await postAlone(deps, reverse({ of: 'never', now }))).toEqual(
      fail('ledger_transaction_unknown', { key: 'never' }),
    );
  });

  it('can be undone like anything else', async () => {
    const owner = await someone(100n);
    value(await postAlone(deps, spend(owner, 30n, `spend:${owner}`)));
    value(await postAlone(deps, reverse({ of: `spend:${owner}`, now })));
    value(await postAlone(deps, reverse({ of: `reverse:spend:${owner}`, now })));
    expect(await stars(owner)).toEqual([70n, 0n]);
  });
});

it('is reconciled after all of this', async () => {
  expect(await reconcile(deps)).toMatchObject({ differenceCount: 0, differences: [] });
  const refused = await transaction(deps.db, (tx) => postAll(tx, []));
  expect(refused).toEqual(succeed([]));
});
