import { expect, it, vi } from 'vitest';
import { transaction } from '#/server/lib/db.ts';
import { succeed } from '#/server/lib/errors.ts';
import { testDatabase } from '#/tests/support/database.ts';
import { balanceOf } from './data.ts';
import { capture, credit, debit, hold, house, transfer } from './model.ts';
import { reconcile } from './reconcile/data.ts';
import { expireHolds, post, postAll, postAllAlone, postAlone } from './service.ts';

/** The workloads that a good ledger passes (facts: money §2), each over 64 connections at once. */
const { deps } = await testDatabase({ poolSize: 64, env: { DATABASE_POOL_TIMEOUT: '120' } });
vi.setConfig({ testTimeout: 120_000 });
// A deadlock is looked for after this long: the second that is usual would only make the tests slow.
await deps.pool.query(
  `DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET deadlock_timeout = 50', current_database()); END $$`,
);
const now = new Date('2026-11-20T10:00:00.000Z');
const stars = { asset: 'stars', now, kind: 'load' } as const;
/** All at once; when one throws, the others have ended too before the test does. */
async function many<Value>(count: number, make: (index: number) => Promise<Value>): Promise<Value[]> {
  const settled = await Promise.allSettled(Array.from({ length: count }, (_, index) => make(index)));
  return settled.map((one) => {
    if (one.status === 'rejected') throw one.reason;
    return one.value;
  });
}
const free = async (owner: string) => (await balanceOf(deps.db, owner, 'stars')).free;
const give = (owner: string, amount: bigint, key: string) =>
  postAlone(deps, credit({ ...stars, key, owner, from: house('load'), amount }));

it('applies 64 simultaneous posts of one key once and gives all of them the same answer', async () => {
  const answers = await many(64, () => give('one-key', 100n, 'the-one-key'));
  expect(await free('one-key')).toBe(100n);
  for (const answer of answers) expect(answer).toEqual(answers[0]);
  expect(await deps.db.ledgerTransaction.count({ where: { key: 'the-one-key' } })).toBe(1);
});

it('applies 64 simultaneous withdrawals of one key once although it empties the wallet', async () => {
  await give('one-out', 100n, 'one-out:in');
  const out = debit({ ...stars, key: 'one-out:out', owner: 'one-out', to: house('load'), amount: 100n });
  const answers = await many(64, () => postAlone(deps, out));
  for (const answer of answers) expect(answer).toEqual(answers[0]);
  expect(answers[0]?.ok).toBe(true);
  expect(await free('one-out')).toBe(0n);
});

it('lets one content win where 64 tell different things under one key at once', async () => {
  const answers = await many(64, (index) => give(`rival-${index % 8}`, 10n, 'rivals'));
  const won = answers.filter(({ ok }) => ok);
  expect(won).toHaveLength(8);
  for (const answer of won) expect(answer).toEqual(won[0]);
  for (const answer of answers) {
    if (!answer.ok) expect(answer.failure).toEqual({ code: 'ledger_key_reused', params: { key: 'rivals' } });
  }
});

it('turns 500 simultaneous credits of 100 into 50 000', async () => {
  const answers = await many(500, (index) => give('saver', 100n, `saver:${index}`));
  expect(answers.every(({ ok }) => ok)).toBe(true);
  expect(await free('saver')).toBe(50_000n);
});

it('keeps the total over 400 concurrent transfers in all directions', async () => {
  const owners = Array.from({ length: 10 }, (_, index) => `mover-${index}`);
  for (const owner of owners) await give(owner, 1_000n, `${owner}:in`);
  const answers = await many(400, (index) => {
    const [from = '', to = ''] = [owners[index % 10], owners[(index * 7 + 3) % 10]];
    const target = from === to ? (owners[(index + 1) % 10] ?? '') : to;
    return postAlone(
      deps,
      transfer({ ...stars, key: `move:${index}`, from, to: target, amount: BigInt(1 + (index % 97)) }),
    );
  });
  const balances = await many(10, (index) => free(owners[index] ?? ''));
  expect(balances.reduce((sum, one) => sum + one, 0n)).toBe(10_000n);
  expect(balances.every((one) => one >= 0n)).toBe(true);
  expect(answers.filter(({ ok }) => ok).length).toBeGreaterThan(300);
});

it('lets exactly 10 of 20 concurrent withdrawals of 1 000 from 10 000 through, never below 0', async () => {
  await give('spender', 10_000n, 'spender:in');
  const answers = await many(20, (index) =>
    postAlone(deps, debit({ ...stars, key: `spender:${index}`, owner: 'spender', to: house('load'), amount: 1_000n })),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(10);
  for (const answer of answers) {
    if (answer.ok) continue;
    expect(answer.failure).toEqual({
      code: 'ledger_insufficient',
      params: { asset: 'stars', have: '0', need: '1000' },
    });
  }
  expect(await free('spender')).toBe(0n);
});

it('ends a hold once where captures, voids and expiries of it meet', async () => {
  await give('held-one', 3_200n, 'held-one:in');
  const due = new Date(now.getTime() - 1);
  const holds = Array.from({ length: 32 }, (_, index) => `race:${index}`);
  await postAllAlone(
    deps,
    holds.map((key) => hold({ key, owner: 'held-one', asset: 'stars', amount: 100n, expiresAt: due, now: due })),
  );
  const ending = holds.flatMap((key) => [
    () => postAlone(deps, capture({ hold: key, key: `${key}:take`, amount: 40n, to: house('load'), now })),
    () => postAlone(deps, { do: 'release', hold: key, key: `${key}:void`, amount: 'rest', now }),
    () => transaction(deps.db, (tx) => expireHolds(tx, { now, prefix: 'race:', limit: 5 })),
  ]);
  const results = await Promise.all(ending.map((end) => end()));
  // Captures and voids come too late here and there; whoever expires takes only what is still to be ended.
  expect(results.filter((_, index) => index % 3 === 2).every(({ ok }) => ok)).toBe(true);
  const ended = await deps.db.ledgerHold.groupBy({ by: ['state'], where: { ownerId: 'held-one' }, _count: true });
  const captured = ended.find(({ state }) => state === 'captured')?._count ?? 0;
  expect(ended.find(({ state }) => state === 'held')).toBeUndefined();
  expect(await balanceOf(deps.db, 'held-one', 'stars')).toEqual({
    ...{ asset: 'stars', free: 3_200n - 40n * BigInt(captured), held: 0n },
  });
});

it('tells a batch that one of its keys went to another in the same instant, without a part of it being there', async () => {
  const mine = credit({ ...stars, key: 'same-instant', owner: 'quick', from: house('load'), amount: 1n });
  const theirs = ['before', 'same-instant', 'after'].map((key) =>
    credit({ ...stars, key, owner: 'slow', from: house('elsewhere'), amount: 2n }),
  );
  const posted = Promise.withResolvers<void>();
  const waitedFor = Promise.withResolvers<void>();
  const first = transaction(deps.db, async (tx) => {
    const result = await post(tx, mine);
    posted.resolve();
    await waitedFor.promise;
    return result;
  });
  await posted.promise;
  const second = postAllAlone(deps, theirs);
  await expect.poll(waitingForSomebodysCommit).toBe(1);
  waitedFor.resolve();
  expect((await first).ok).toBe(true);
  expect(await second).toEqual({ ok: false, failure: { code: 'ledger_key_reused', params: { key: 'same-instant' } } });
  expect([await free('quick'), await free('slow')]).toEqual([1n, 0n]);
  expect(await deps.db.ledgerTransaction.count({ where: { key: { in: ['before', 'after'] } } })).toBe(0);
});
async function waitingForSomebodysCommit(): Promise<number> {
  const { rows } = await deps.pool.query(`SELECT count(*)::int AS waiting FROM pg_locks l
    JOIN pg_stat_activity a USING (pid) WHERE NOT l.granted AND l.locktype = 'transactionid' AND a.datname = current_database()`);
  return rows[0].waiting;
}

it('creates accounts on demand without two strangers waiting for each other', async () => {
  let tries = 0;
  const answers = await many(200, (index) => {
    const [from, to] = [`new-${index % 20}`, `new-${(index * 3 + 1) % 20}`];
    const movements = [
      { from: house(`fresh-${index % 5}`), to: { owner: from, kind: 'wallet' as const } },
      { from: house(`fresh-${(index + 2) % 5}`), to: { owner: to, kind: 'wallet' as const } },
    ].map((one) => ({ ...one, asset: 'tokens' as const, amount: 1n }));
    return transaction(deps.db, (tx) => {
      tries += 1;
      return post(tx, { do: 'post', kind: 'load', key: `fresh:${index}`, movements, now });
    });
  });
  expect(answers.every(({ ok }) => ok)).toBe(true);
  expect(tries).toBe(200);
});

it('does a transaction anew whose several posts met others in the opposite order', async () => {
  await Promise.all(['left', 'right'].map((owner) => give(owner, 10_000n, `${owner}:in`)));
  const answers = await many(12, (index) => {
    const order = index % 2 ? ['left', 'right'] : ['right', 'left'];
    return transaction(deps.db, async (tx) => {
      for (const owner of order) {
        const out = debit({
          ...stars,
          key: `cross:${index}:${owner}`,
          owner,
          to: house(`cross-${owner}`),
          amount: 10n,
        });
        const posted = await post(tx, out);
        if (!posted.ok) return posted;
      }
      return succeed();
    });
  });
  expect(answers.every(({ ok }) => ok)).toBe(true);
  expect([await free('left'), await free('right')]).toEqual([9_880n, 9_880n]);
});

it('never stands in its own way when the several posts are told as one batch', async () => {
  for (const owner of ['east', 'west']) await give(owner, 10_000n, `${owner}:in`);
  let tries = 0;
  const answers = await many(64, (index) => {
    const batch = (index % 2 ? ['east', 'west'] : ['west', 'east']).map((owner) =>
      debit({ ...stars, key: `batch:${index}:${owner}`, owner, to: house(`cross-${owner}`), amount: 10n }),
    );
    return transaction(deps.db, (tx) => {
      tries += 1;
      return postAll(tx, batch);
    });
  });
  expect(answers.every(({ ok }) => ok)).toBe(true);
  expect(tries).toBe(64);
});

it('is reconciled after all of this, and says so also while posts go on', async () => {
  let reports = 0;
  const posting = many(200, (index) => give(`busy-${index % 3}`, 1n, `busy:${index}`)).then(() => (reports += 100));
  while (reports < 100) {
    expect(await reconcile(deps)).toMatchObject({ differenceCount: 0 });
    reports += 1;
  }
  await posting;
  expect(await reconcile(deps)).toMatchObject({ differenceCount: 0 });
});
