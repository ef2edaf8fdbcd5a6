import { balancesOf, openHoldsOf } from '#/server/ledger/data.ts';
import { posting, walletOf } from '#/server/ledger/model.ts';
import { post } from '#/server/ledger/service.ts';
import { entriesOf } from '#/server/ledger/statements/data.ts';
import type { StatementLine } from '#/server/ledger/statements/model.ts';
import type { Tx } from '#/server/lib/db.ts';
import { fail, succeed } from '#/server/lib/errors.ts';
import type { OwnedData } from '../model.ts';

const exportedLinesMax = 20_000;

/** The ledger knows owners' numbers, no people: what it means to one is said here. */
export const ledgerOwnedData: OwnedData = {
  room: 'ledger',
  async export(db, { userId }) {
    const balances = await balancesOf(db, userId);
    const lines = await allLines(db, userId);
    return {
      balances: balances.map(({ asset, free, held }) => ({ asset, free: String(free), held: String(held) })),
      history: lines.map(({ asset, kind, note, at, amount, balanceAfter }) => ({
        ...{ asset, kind, note, at },
        amount: String(amount),
        balanceAfter: String(balanceAfter),
      })),
    };
  },
  // Money's history stays, under a number that is nobody's any more.
  async erase() {},
  async adopt(tx, from, to, now) {
    // Nobody may move what we are about to count.
    await tx.$queryRaw`SELECT 1 FROM ledger_accounts WHERE owner_id = ${from.userId} ORDER BY id FOR UPDATE`;
    const debts = await tx.ledgerAccount.count({
      where: { ownerId: from.userId, kind: 'system', balance: { not: 0 } },
    });
    const [hold] = await openHoldsOf(tx, from.userId, 1);
    if (debts > 0 || hold) return fail('link_holds_open');
    const movements = (await balancesOf(tx, from.userId))
      .filter(({ free }) => free > 0n)
      .map(({ asset, free }) => ({ from: walletOf(from.userId), to: walletOf(to.userId), asset, amount: free }));
    if (movements.length === 0) return succeed();
    const key = `merge:${from.userId}:${to.userId}`;
    const posted = await post(tx, posting({ key, kind: 'accounts.merge', movements, now }));
    return posted.ok ? succeed() : fail('link_holds_open');
  },
};

async function allLines(db: Tx, userId: string): Promise<StatementLine[]> {
  const lines: StatementLine[] = [];
  let cursor: string | null = null;
  do {
    const page = await entriesOf(db, userId, { limit: 100, ...(cursor !== null && { cursor }) });
    lines.push(...page.lines);
    cursor = page.nextCursor;
  } while (cursor !== null && lines.length < exportedLinesMax);
  return lines;
}
