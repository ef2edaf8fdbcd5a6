import type { Asset } from '#/server/lib/money.ts';

/**
 * An owner's history over several wallets, newest first, a page at a time.
 * - line: one entry of a wallet, with what it was for.
 * - cursor: for each wallet the sequence from which the next page goes down. What is posted between two pages has
 *   higher numbers, so no page repeats or misses a line.
 */
export interface StatementLine {
  readonly transactionId: string;
  readonly key: string;
  readonly kind: string;
  readonly note: string;
  readonly at: Date;
  readonly asset: Asset;
  readonly amount: bigint;
  readonly balanceAfter: bigint;
  readonly sequence: bigint;
}
export interface StatementPage {
  readonly lines: readonly StatementLine[];
  /** Null: there is nothing older. */
  readonly nextCursor: string | null;
}
export type StatementPlace = ReadonlyMap<Asset, bigint>;

/**
 * Always takes the newest head, never looks behind it: within a wallet the sequence is the order, even where two
 * posts that waited for each other carry times the other way round.
 */
export function mergePage(wallets: ReadonlyMap<Asset, readonly StatementLine[]>, limit: number): StatementPage {
  const taken = new Map<Asset, number>();
  const lines: StatementLine[] = [];
  while (lines.length < limit) {
    const heads = [...wallets].flatMap(([asset, all]) => all[taken.get(asset) ?? 0] ?? []);
    const newest = heads.reduce<StatementLine | null>((best, one) => (best && best.at >= one.at ? best : one), null);
    if (!newest) return { lines, nextCursor: null };
    lines.push(newest);
    taken.set(newest.asset, (taken.get(newest.asset) ?? 0) + 1);
  }
  const rest = [...wallets].some(([asset, all]) => all.length > (taken.get(asset) ?? 0));
  if (!rest) return { lines, nextCursor: null };
  const before = new Map<Asset, bigint>();
  for (const [asset, all] of wallets) {
    const head = all[taken.get(asset) ?? 0];
    // Also a wallet without further lines is named: one that is not named began after the first page.
    before.set(asset, head ? head.sequence + 1n : 1n);
  }
  return { lines, nextCursor: writeCursor(before) };
}

export function writeCursor(place: StatementPlace): string {
  return [...place].map(([asset, before]) => `${asset}:${before}`).join('.');
}
export function readCursor(cursor: string): StatementPlace {
  return new Map(
    cursor.split('.').map((part) => {
      const [asset, before = '0'] = part.split(':');
      return [asset as Asset, BigInt(before)];
    }),
  );
}
