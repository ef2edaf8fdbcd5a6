import { afterAll, describe, expect, it } from 'vitest';
import { fail } from '#/server/lib/errors.ts';
import { testDatabase } from '#/tests/support/database.ts';
import { granted, later, ledgerPeople, now, spend } from '#/tests/support/ledger-people.ts';
import { findHold } from './data.ts';
import { capture, hold, house, reverse } from './model.ts';
import { reconcile } from './reconcile/data.ts';
import { postAlone } from './service.ts';

const { deps } = await testDatabase();
const { someone, stars } = ledgerPeople(deps);

afterAll(async () => {
  expect(await reconcile(deps)).toMatchObject({ differenceCount: 0, differences: [] });
});

describe('reversals', () => {
  it('undo once, by an opposite transaction, and leave the originals byte-identical', async () => {
    const owner = await someone(100n);
    granted(await postAlone(deps, spend(owner, 30n, `spend:${owner}`)));
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
    expect(granted(first)).toMatchObject({ key: `reverse:spend:${owner}`, kind: 'reverse' });
    expect(await stars(owner)).toEqual([100n, 0n]);
    expect(await rows(`spend:${owner}`)).toEqual(before);
    expect(before).toHaveLength(1);
  });

  it('is refused while what came in is spent, with the numbers', async () => {
    const owner = await someone(100n);
    granted(await postAlone(deps, spend(owner, 30n, `spend:${owner}`)));
    expect(await postAlone(deps, reverse({ of: `top-up:${owner}`, now }))).toEqual(
      fail('ledger_insufficient', { asset: 'stars', have: '70', need: '100' }),
    );
  });

  it('gives what a capture took back to the wallet and does not open the hold again', async () => {
    const owner = await someone(100n);
    const key = `hold:${owner}`;
    granted(await postAlone(deps, hold({ key, owner, asset: 'stars', amount: 50n, expiresAt: null, now })));
    granted(
      await postAlone(deps, capture({ hold: key, key: `${key}:take`, amount: 30n, to: house('stars-out'), now })),
    );
    granted(await postAlone(deps, reverse({ of: `${key}:take`, now })));
    expect(await stars(owner)).toEqual([100n, 0n]);
    expect(await findHold(deps.db, owner, key)).toMatchObject({ state: 'captured' });
    expect(await postAlone(deps, reverse({ of: key, now }))).toEqual(fail('ledger_nothing_to_reverse', { key }));
    expect(await postAlone(deps, reverse({ of: 'never', now }))).toEqual(
      fail('ledger_transaction_unknown', { key: 'never' }),
    );
  });

  it('can be undone like anything else', async () => {
    const owner = await someone(100n);
    granted(await postAlone(deps, spend(owner, 30n, `spend:${owner}`)));
    granted(await postAlone(deps, reverse({ of: `spend:${owner}`, now })));
    granted(await postAlone(deps, reverse({ of: `reverse:spend:${owner}`, now })));
    expect(await stars(owner)).toEqual([70n, 0n]);
  });
});
