import { afterAll, describe, expect, it } from 'vitest';
import { transaction } from '#/server/lib/db.ts';
import { fail, succeed } from '#/server/lib/errors.ts';
import { connectTo, testDatabase } from '#/tests/support/database.ts';
import { granted, later, ledgerPeople, now, spend, topUp } from '#/tests/support/ledger-people.ts';
import { balancesOf } from './data.ts';
import { credit, debit, debtOf, hold, house, posting, reverse, transfer, voidHold } from './model.ts';
import { reconcile } from './reconcile/data.ts';
import { post, postAll, postAllAlone, postAlone } from './service.ts';

const { deps, url } = await testDatabase();
const { someone, stars } = ledgerPeople(deps);

afterAll(async () => {
  expect(await reconcile(deps)).toMatchObject({ differenceCount: 0, differences: [] });
});

describe('posts', () => {
  it('answers with the entries, their balances and their places in the accounts', async () => {
    const owner = await someone();
    const posted = granted(await postAlone(deps, { ...topUp(owner, 100n), note: 'a gift' }));
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
    const key = `reused:${owner}`;
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
    expect(granted(result).entries[0]).toMatchObject({ amount: -3n, balanceAfter: 2n });
  });

  it('stands or falls with the rows of its caller', async () => {
    const owner = await someone();
    const result = await transaction(deps.db, async (tx) => {
      await tx.setting.create({ data: { key: `mark-${owner}`, value: 1 } });
      granted(await post(tx, topUp(owner, 9n)));
      return fail('conflict');
    });
    expect(result.ok).toBe(false);
    expect(await stars(owner)).toEqual([0n, 0n]);
    expect(await deps.db.ledgerTransaction.count({ where: { key: `top-up:${owner}` } })).toBe(0);
    expect(granted(await postAlone(deps, topUp(owner, 9n))).entries).toHaveLength(2);
  });

  it('leaves nothing when the process dies between the post and the commit', async () => {
    const owner = await someone();
    const other = await connectTo(url);
    const dying = transaction(deps.db, async (tx) => {
      granted(await post(tx, topUp(owner, 9n)));
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
    granted(await postAlone(deps, sale(60n, 'sale:2')));
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
    const posted = granted(await postAllAlone(deps, batch));
    expect(posted[2]).toEqual(posted[0]);
    expect([await stars(anna), await stars(boris)]).toEqual([
      [0n, 0n],
      [6n, 4n],
    ]);
    const short = [topUp(anna, 5n, `five:${anna}`), spend(anna, 6n, `six:${anna}`)];
    expect((await postAllAlone(deps, short)).ok).toBe(false);
    expect(await stars(anna)).toEqual([0n, 0n]);
    expect(granted(await postAllAlone(deps, batch))).toEqual(posted);
  });

  it("books what already happened outside as the owner's debt where the wallet does not cover it", async () => {
    const owner = await someone(100n);
    granted(
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
    granted(await postAlone(deps, byHand(10n, 40n)));
    expect(await stars(owner)).toEqual([0n, 90n]);
    granted(await postAlone(deps, voidHold({ hold: `plan:${owner}`, key: `plan:${owner}:void`, now })));
    granted(
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
    granted(await postAlone(deps, spend(owner, 2n ** 62n - 9_007_199_254_740_993n, `big:${owner}`)));
    expect(await stars(owner)).toEqual([9_007_199_254_740_993n, 0n]);
  });
});

it('has nothing to do for an empty batch', async () => {
  expect(await transaction(deps.db, (tx) => postAll(tx, []))).toEqual(succeed([]));
});
