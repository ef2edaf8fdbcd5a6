import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Asset } from '#/server/lib/money.ts';
import { testDatabase } from '#/tests/support/database.ts';
import { capture, credit, hold, house, voidHold } from '../model.ts';
import { statementInput } from '../schema.ts';
import { postAllAlone } from '../service.ts';
import { entriesOf } from './data.ts';
import { mergePage, readCursor, type StatementLine, writeCursor } from './model.ts';

const { deps } = await testDatabase();
const at = (second: number) => new Date(Date.UTC(2026, 10, 20, 10, 0, second));
const give = (owner: string, asset: Asset, second: number) =>
  credit({
    key: `${owner}:${asset}:${second}`,
    kind: 'in',
    note: `n${second}`,
    owner,
    from: house('in'),
    asset,
    amount: 1n,
    now: at(second),
  });

async function allPages(owner: string, limit: number, between: () => Promise<unknown> = async () => {}) {
  const pages: StatementLine[][] = [];
  let cursor: string | undefined;
  do {
    const page = await entriesOf(deps.db, owner, { limit, cursor });
    pages.push([...page.lines]);
    cursor = page.nextCursor ?? undefined;
    await between();
  } while (cursor !== undefined);
  return pages;
}

it('shows an owner what moved his wallets, newest first over all assets, and nothing of others', async () => {
  await postAllAlone(deps, [
    ...[give('anna', 'stars', 1), give('anna', 'tokens', 2), give('boris', 'stars', 3), give('anna', 'stars', 4)],
    hold({ key: 'anna:h', owner: 'anna', asset: 'stars', amount: 2n, expiresAt: null, now: at(5) }),
    capture({ hold: 'anna:h', key: 'anna:h:1', amount: 1n, to: house('out'), now: at(6), kind: 'check' }),
  ]);
  const { lines, nextCursor } = await entriesOf(deps.db, 'anna');
  expect(lines.map(({ kind, asset, amount, balanceAfter, note }) => [kind, asset, amount, balanceAfter, note])).toEqual(
    [
      ['check', 'stars', 1n, 1n, ''],
      ['hold', 'stars', -2n, 0n, ''],
      ['in', 'stars', 1n, 2n, 'n4'],
      ['in', 'tokens', 1n, 1n, 'n2'],
      ['in', 'stars', 1n, 1n, 'n1'],
    ],
  );
  expect(nextCursor).toBeNull();
  expect((await entriesOf(deps.db, 'anna', { asset: 'tokens' })).lines).toHaveLength(1);
  expect((await entriesOf(deps.db, 'nobody')).lines).toEqual([]);
});

it('pages without repeating or missing a line while new ones are posted between the pages', async () => {
  await postAllAlone(
    deps,
    Array.from({ length: 23 }, (_, index) => give('vera', index % 3 ? 'stars' : 'points', index)),
  );
  let second = 23;
  const pages = await allPages('vera', 5, () =>
    postAllAlone(deps, [give('vera', 'stars', second), give('vera', 'checks', second++)]),
  );
  expect(pages.map((page) => page.length)).toEqual([5, 5, 5, 5, 3]);
  expect(pages.flat().map(({ note }) => note)).toEqual(Array.from({ length: 23 }, (_, index) => `n${22 - index}`));
});

it('keeps the order of a wallet where times run the other way round', async () => {
  await postAllAlone(
    deps,
    [9, 2, 7, 1, 8].map((second) => give('late', 'stars', second)),
  );
  const pages = await allPages('late', 2);
  expect(pages.flat().map(({ sequence }) => sequence)).toEqual([5n, 4n, 3n, 2n, 1n]);
});

it('merges any wallets into pages that together are all lines, each once, each wallet in its order', () => {
  const wallet = (asset: Asset) =>
    fc.array(fc.nat(20), { maxLength: 12 }).map((seconds): [Asset, StatementLine[]] => [
      asset,
      seconds.map((second, index) => ({
        ...{ transactionId: '', key: '', kind: '', note: '', at: at(second), asset, amount: 1n, balanceAfter: 1n },
        sequence: BigInt(seconds.length - index),
      })),
    ]);
  fc.assert(
    fc.property(
      fc.tuple(wallet('stars'), wallet('tokens'), wallet('points')),
      fc.integer({ min: 1, max: 7 }),
      (all, limit) => {
        const seen: StatementLine[] = [];
        let left = new Map(all);
        for (;;) {
          // What the query gives: at most one line more than a page, of each wallet that has any.
          const page = mergePage(
            new Map(
              [...left].filter(([, lines]) => lines.length).map(([asset, lines]) => [asset, lines.slice(0, limit + 1)]),
            ),
            limit,
          );
          seen.push(...page.lines);
          if (page.nextCursor === null) break;
          expect(page.lines).toHaveLength(limit);
          const place = readCursor(page.nextCursor);
          left = new Map(
            [...left].map(([asset, lines]) => [
              asset,
              lines.filter(({ sequence }) => sequence < (place.get(asset) ?? 0n)),
            ]),
          );
        }
        expect(seen).toHaveLength(all.flatMap(([, lines]) => lines).length);
        for (const [asset, lines] of all) expect(seen.filter((line) => line.asset === asset)).toEqual(lines);
      },
    ),
  );
});

it('reads back the cursors it wrote and refuses made-up ones', () => {
  const cursor = writeCursor(
    new Map([
      ['stars', 41n],
      ['kopecks', 2n ** 62n],
    ]),
  );
  expect(statementInput.safeParse({ cursor }).success).toBe(true);
  expect(writeCursor(readCursor(cursor))).toBe(cursor);
  for (const made of ['', 'stars', 'stars:', 'stars:-1', 'gold:1', "stars:1'; --", 'stars:1.'.repeat(40)]) {
    expect(statementInput.safeParse({ cursor: made }).success, made).toBe(false);
  }
  expect(statementInput.safeParse({ limit: 101 }).success).toBe(false);
});

it('shows a voided hold as going out and coming back', async () => {
  await postAllAlone(deps, [
    give('zoya', 'checks', 1),
    hold({ key: 'zoya:h', owner: 'zoya', asset: 'checks', amount: 1n, expiresAt: null, now: at(2) }),
    voidHold({ hold: 'zoya:h', key: 'zoya:h:void', now: at(3) }),
  ]);
  const { lines } = await entriesOf(deps.db, 'zoya');
  expect(lines.map(({ kind, amount }) => [kind, amount])).toEqual([
    ['release', 1n],
    ['hold', -1n],
    ['in', 1n],
  ]);
});
