import type { Db, Tx } from '#/server/lib/db.ts';
import { type Asset, assets } from '#/server/lib/money.ts';
import { type StatementInput, statementInput } from '../schema.ts';
import { mergePage, readCursor, type StatementLine, type StatementPage } from './model.ts';

const aboveAll = 2n ** 63n - 1n;

/** What moved an owner's wallets, newest first; what is held shows as its going out and, where it does, coming back. */
export async function entriesOf(db: Db | Tx, ownerId: string, input: StatementInput = {}): Promise<StatementPage> {
  const { asset, cursor, limit } = statementInput.parse(input);
  const place = cursor === undefined ? new Map(assets.map((one) => [one, aboveAll])) : readCursor(cursor);
  const wanted = [...place].filter(([one]) => asset === undefined || one === asset);
  const lines = await db.$queryRaw<StatementLine[]>`
    SELECT e.transaction_id AS "transactionId", t.key, t.kind, t.note, t.created_at AS at, a.asset::text, e.amount,
      e.balance_after AS "balanceAfter", e.sequence
    FROM unnest(${wanted.map(([one]) => one)}::text[], ${wanted.map(([, before]) => before)}::bigint[])
      AS w (asset, before)
    JOIN ledger_accounts a ON a.owner_id = ${ownerId} AND a.kind = 'wallet' AND a.asset = w.asset::ledger_asset
    CROSS JOIN LATERAL (
      SELECT * FROM ledger_entries WHERE account_id = a.id AND sequence < w.before
      ORDER BY sequence DESC LIMIT ${limit + 1}::int
    ) e
    JOIN ledger_transactions t ON t.id = e.transaction_id
    ORDER BY a.asset, e.sequence DESC`;
  return mergePage(
    Map.groupBy(lines, (line): Asset => line.asset),
    limit,
  );
}
