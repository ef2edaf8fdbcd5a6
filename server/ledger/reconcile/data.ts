import type { Tx } from '#/server/lib/db.ts';
import type { Deps } from '#/server/lib/deps.ts';
import { type Difference, mostOfEachProof, type Proof, type ReconcileReport } from './model.ts';

/** Reads one moment of the books (a snapshot), so it may run while the product posts. Nothing is changed. */
export async function reconcile({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<ReconcileReport> {
  const started = clock.monotonicMs();
  return db.$transaction(
    async (tx) => {
      const differences: Difference[] = [];
      let differenceCount = 0;
      for (const [proof, prove] of Object.entries(proveAll) as [Proof, (typeof proveAll)[Proof]][]) {
        const found = await prove(tx);
        differenceCount += found.length;
        differences.push(...found.slice(0, mostOfEachProof).map((one) => ({ proof, ...one })));
      }
      const [counts] = await tx.$queryRaw<[Pick<ReconcileReport, 'accounts' | 'transactions' | 'entries' | 'holds'>]>`
        SELECT (SELECT count(*) FROM ledger_accounts) AS accounts, (SELECT count(*) FROM ledger_entries) AS entries,
          (SELECT count(*) FROM ledger_transactions) AS transactions, (SELECT count(*) FROM ledger_holds) AS holds`;
      return { ...counts, differenceCount, differences, tookMs: Math.round(clock.monotonicMs() - started) };
    },
    { isolationLevel: 'RepeatableRead', timeout: 900_000 },
  );
}

type Found = Omit<Difference, 'proof'>;

/** Each finds rows that should not be there: none is what we want. */
const proveAll: Record<Proof, (tx: Tx) => Promise<Found[]>> = {
  balance: (tx) => tx.$queryRaw<Found[]>`
    SELECT concat_ws(' ', a.owner_id, a.asset, a.kind) AS where, coalesce(e.total, 0)::bigint AS expected,
      a.balance AS found
    FROM ledger_accounts a
    LEFT JOIN (SELECT account_id, sum(amount) AS total FROM ledger_entries GROUP BY 1) e ON e.account_id = a.id
    WHERE a.balance <> coalesce(e.total, 0)`,
  sequence: (tx) => tx.$queryRaw<Found[]>`
    SELECT concat_ws(' ', a.owner_id, a.asset, a.kind) AS where, coalesce(e.entries, 0)::bigint AS expected,
      greatest(a.last_sequence, coalesce(e.highest, 0)) AS found
    FROM ledger_accounts a
    LEFT JOIN (
      SELECT account_id, count(*) AS entries, min(sequence) AS lowest, max(sequence) AS highest
      FROM ledger_entries GROUP BY 1
    ) e ON e.account_id = a.id
    WHERE a.last_sequence <> coalesce(e.entries, 0) OR e.highest <> e.entries OR e.lowest <> 1`,
  running_balance: (tx) => tx.$queryRaw<Found[]>`
    SELECT concat_ws(' ', a.owner_id, a.asset, a.kind, '#' || e.sequence) AS where, e.total::bigint AS expected,
      e.balance_after AS found
    FROM (
      SELECT *, sum(amount) OVER (PARTITION BY account_id ORDER BY sequence) AS total FROM ledger_entries
    ) e JOIN ledger_accounts a ON a.id = e.account_id
    WHERE e.total <> e.balance_after`,
  below_zero: (tx) => tx.$queryRaw<Found[]>`
    SELECT concat_ws(' ', a.owner_id, a.asset, a.kind, '#' || e.sequence) AS where, 0::bigint AS expected,
      e.balance_after AS found
    FROM ledger_entries e JOIN ledger_accounts a ON a.id = e.account_id
    WHERE a.kind <> 'system' AND e.balance_after < 0`,
  unbalanced: (tx) => tx.$queryRaw<Found[]>`
    SELECT concat_ws(' ', t.key, a.asset) AS where, 0::bigint AS expected, sum(e.amount)::bigint AS found
    FROM ledger_entries e
    JOIN ledger_accounts a ON a.id = e.account_id
    JOIN ledger_transactions t ON t.id = e.transaction_id
    GROUP BY t.key, a.asset HAVING sum(e.amount) <> 0`,
  empty_transaction: (tx) => tx.$queryRaw<Found[]>`
    SELECT t.key AS where, 1::bigint AS expected, 0::bigint AS found FROM ledger_transactions t
    WHERE NOT EXISTS (SELECT FROM ledger_entries e WHERE e.transaction_id = t.id)`,
  held: (tx) => tx.$queryRaw<Found[]>`
    SELECT concat_ws(' ', owner_id, asset, 'held') AS where, coalesce(h.total, 0)::bigint AS expected,
      coalesce(a.balance, 0) AS found
    FROM (SELECT owner_id, asset, balance FROM ledger_accounts WHERE kind = 'held') a
    FULL JOIN (
      SELECT owner_id, asset, sum(amount - captured - released) AS total FROM ledger_holds WHERE state = 'held'
      GROUP BY 1, 2
    ) h USING (owner_id, asset)
    WHERE coalesce(a.balance, 0) <> coalesce(h.total, 0)`,
  hold: (tx) => tx.$queryRaw<Found[]>`
    SELECT coalesce(h.key, j.hold_key) AS where, coalesce(j.total, 0)::bigint AS expected,
      coalesce(h.amount - h.captured - h.released, 0) AS found
    FROM ledger_holds h
    FULL JOIN (
      SELECT t.hold_key, sum(e.amount) FILTER (WHERE a.kind = 'held') AS total
      FROM ledger_transactions t
      JOIN ledger_entries e ON e.transaction_id = t.id
      JOIN ledger_accounts a ON a.id = e.account_id
      WHERE t.hold_key IS NOT NULL GROUP BY 1
    ) j ON j.hold_key = h.key
    WHERE h.key IS NULL OR coalesce(j.total, 0) <> h.amount - h.captured - h.released`,
  reversal: (tx) => tx.$queryRaw<Found[]>`
    SELECT concat_ws(' ', r.key, a.owner_id, a.asset) AS where, 0::bigint AS expected, sum(e.amount)::bigint AS found
    FROM ledger_transactions r
    JOIN ledger_entries e ON e.transaction_id IN (r.id, r.reverses_id)
    JOIN ledger_accounts a ON a.id = e.account_id
    WHERE r.reverses_id IS NOT NULL
    GROUP BY r.key, a.owner_id, a.asset, (a.kind = 'system') HAVING sum(e.amount) <> 0`,
};
