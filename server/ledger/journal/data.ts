import type { Db, Tx } from '#/server/lib/db.ts';
import type { Asset } from '#/server/lib/money.ts';
import type { AccountPlace, BookedHold, Original } from '../effects/model.ts';
import type { AccountKind, HoldState, Posted } from '../model.ts';
import { type BookedAccount, inFixedOrder } from './model.ts';

interface LookRow {
  id: string;
  name: string;
  asset: Asset | null;
  kind: AccountKind | null;
  balance: bigint | null;
  last_sequence: bigint | null;
  content_hash: string | null;
}

/**
 * Locks the accounts in id order and says which keys are taken, in one statement. When an account is missing it locks
 * none: accounts are made before any lock is taken, so that no two transactions wait for each other.
 */
export async function lookAndLock(tx: Tx, places: readonly AccountPlace[], keys: readonly string[]) {
  const rows = await tx.$queryRaw<LookRow[]>`/* ledger_look */
    WITH wanted AS (
      SELECT o AS owner_id, a::ledger_asset AS asset, k::ledger_account_kind AS kind
      FROM unnest(${places.map(({ owner }) => owner)}::text[], ${places.map(({ asset }) => asset)}::text[],
                  ${places.map(({ kind }) => kind)}::text[]) AS w (o, a, k)
    ), found AS (
      SELECT a.id FROM wanted w
      JOIN ledger_accounts a ON a.owner_id = w.owner_id AND a.asset = w.asset AND a.kind = w.kind
    ), locked AS (
      SELECT a.* FROM ledger_accounts a
      WHERE a.id IN (SELECT id FROM found) AND (SELECT count(*) FROM found) = (SELECT count(*) FROM wanted)
      ORDER BY a.id FOR NO KEY UPDATE
    )
    SELECT id, owner_id AS name, asset::text, kind::text, balance, last_sequence, NULL AS content_hash FROM locked
    UNION ALL
    SELECT id, key, NULL, NULL, NULL, NULL, content_hash FROM ledger_transactions WHERE key = ANY(${keys}::text[])`;
  const accounts: BookedAccount[] = [];
  const taken = new Map<string, string>();
  for (const { id, name, asset, kind, balance, last_sequence: sequence, content_hash: digest } of rows) {
    if (digest !== null) taken.set(name, digest);
    else if (asset !== null && kind !== null && balance !== null && sequence !== null) {
      accounts.push({ id, owner: name, asset, kind, balance, sequence });
    }
  }
  return { accounts, taken };
}

/** With a snapshot of its own: sees what was committed while a lock was waited for. */
export async function anyTaken(tx: Tx, keys: readonly string[]): Promise<boolean> {
  const rows = await tx.$queryRaw<[{ taken: boolean }]>`
    SELECT EXISTS (SELECT FROM ledger_transactions WHERE key = ANY(${keys}::text[])) AS taken`;
  return rows[0].taken;
}

/** Locks the holds in id order, before any account: whoever ends a hold does it alone. */
export async function lockHolds(tx: Tx, keys: readonly string[]): Promise<Map<string, BookedHold>> {
  const rows = await tx.$queryRaw<HoldRow[]>`/* ledger_lock_holds */
    SELECT id, key, owner_id AS owner, asset::text, amount, captured, released, state::text, expires_at AS "expiresAt",
      created_at AS "createdAt", ended_at AS "endedAt"
    FROM ledger_holds WHERE key = ANY(${keys}::text[]) ORDER BY id FOR UPDATE`;
  return new Map(rows.map((row) => [row.key, row]));
}
type HoldRow = BookedHold & { readonly state: HoldState };

export async function findOriginals(tx: Tx, keys: readonly string[]): Promise<Map<string, Original>> {
  const posted = await findPosted(tx, keys);
  return new Map(
    posted.map(({ id, key, entries }) => [
      key,
      { id, changes: entries.map(({ owner, asset, kind, amount }) => [{ owner, asset, kind }, amount] as const) },
    ]),
  );
}

interface PostedRow {
  id: string;
  key: string;
  transaction_kind: string;
  note: string;
  created_at: Date;
  owner: string;
  asset: Asset;
  kind: AccountKind;
  amount: bigint;
  balance_after: bigint;
  sequence: bigint;
}

/** Applied commands as they were answered the first time. */
export async function findPosted(tx: Tx | Db, keys: readonly string[]): Promise<Posted[]> {
  const rows = await tx.$queryRaw<PostedRow[]>`
    SELECT t.id, t.key, t.kind AS transaction_kind, t.note, t.created_at, a.owner_id AS owner, a.asset::text,
      a.kind::text, e.amount, e.balance_after, e.sequence
    FROM ledger_transactions t
    JOIN ledger_entries e ON e.transaction_id = t.id
    JOIN ledger_accounts a ON a.id = e.account_id
    WHERE t.key = ANY(${keys}::text[])`;
  const byKey = Map.groupBy(rows, ({ key }) => key);
  return [...byKey].flatMap(([key, [first, ...others]]) => {
    if (!first) return [];
    const entries = [first, ...others].map(({ owner, asset, kind, amount, balance_after, sequence }) => ({
      ...{ owner, asset, kind, amount, balanceAfter: balance_after, sequence },
    }));
    const { id, transaction_kind: kind, note, created_at: at } = first;
    return [{ id, key, kind, note, at, entries: inFixedOrder(entries) }];
  });
}
