import type { Db, Tx } from '#/server/lib/db.ts';
import type { Asset } from '#/server/lib/money.ts';
import type { HoldState } from './model.ts';

/** What an owner has of one asset: free to spend, and set aside by holds. */
export interface Balance {
  readonly asset: Asset;
  readonly free: bigint;
  readonly held: bigint;
}

/** In the order of the assets; one that the owner never had is left out. */
export async function balancesOf(db: Db | Tx, ownerId: string): Promise<Balance[]> {
  return db.$queryRaw<Balance[]>`
    SELECT asset::text, coalesce(sum(balance) FILTER (WHERE kind = 'wallet'), 0)::bigint AS free,
      coalesce(sum(balance) FILTER (WHERE kind = 'held'), 0)::bigint AS held
    FROM ledger_accounts WHERE owner_id = ${ownerId} AND kind IN ('wallet', 'held')
    GROUP BY ledger_accounts.asset ORDER BY ledger_accounts.asset`;
}

export async function balanceOf(db: Db | Tx, ownerId: string, asset: Asset): Promise<Balance> {
  const balances = await balancesOf(db, ownerId);
  return balances.find((one) => one.asset === asset) ?? { asset, free: 0n, held: 0n };
}

export interface Hold {
  readonly key: string;
  readonly asset: Asset;
  readonly amount: bigint;
  readonly captured: bigint;
  readonly released: bigint;
  readonly state: HoldState;
  readonly expiresAt: Date | null;
  readonly createdAt: Date;
  readonly endedAt: Date | null;
}

export async function findHold(db: Db | Tx, ownerId: string, key: string): Promise<Hold | null> {
  return db.ledgerHold.findFirst({ where: { ownerId, key }, select: holdFields });
}
/** What an owner has set aside right now, oldest first. */
export async function openHoldsOf(db: Db | Tx, ownerId: string, limit = 100): Promise<Hold[]> {
  return db.ledgerHold.findMany({
    where: { ownerId, state: 'held' },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: limit,
    select: holdFields,
  });
}
const holdFields = {
  ...{ key: true, asset: true, amount: true, captured: true, released: true },
  ...{ state: true, expiresAt: true, createdAt: true, endedAt: true },
} as const;

/** Keys of holds whose time is over, locked; those that somebody is ending right now are his. */
export async function findDueHolds(
  tx: Tx,
  { now, prefix, limit }: { now: Date; prefix: string; limit: number },
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ key: string }[]>`
    SELECT key FROM ledger_holds
    WHERE state = 'held' AND expires_at <= ${now}::timestamptz AND starts_with(key, ${prefix})
    ORDER BY expires_at, id LIMIT ${limit}::int FOR UPDATE SKIP LOCKED`;
  return rows.map(({ key }) => key);
}
