/** A column that holds envelopes, and the columns that say whose and which row: what the seal is bound to. */
export interface SealedColumn {
  readonly table: string;
  readonly column: string;
  /** Names the row within its owner; stays the same for as long as the row lives. */
  readonly rowColumn: string;
  readonly ownerColumn: string;
}

/**
 * Every place where something lies sealed. A later room adds its column here: sealing takes a place from `sealedAt`
 * and nothing else, so a column that `npm run secrets:rotate` would not find does not compile.
 */
export const sealedColumns = {
  /** Named by owner and kind, so an envelope does not open as another kind of secret either. */
  secrets: { table: 'sealed_secrets', column: 'envelope', rowColumn: 'kind', ownerColumn: 'owner_id' },
  /** Answers given to REST calls with an Idempotency-Key, kept for a day. */
  replies: { table: 'idempotent_replies', column: 'body', rowColumn: 'key', ownerColumn: 'owner_id' },
} as const satisfies Record<string, SealedColumn>;

declare const fromTheList: unique symbol;
/** Where a secret lies. Bound into the seal: an envelope moved to another column, row or owner does not open. */
export interface EnvelopePlace {
  readonly column: string;
  readonly row: string;
  readonly owner: string;
  readonly [fromTheList]: true;
}

export function sealedAt(column: SealedColumn, { row, owner }: { row: string; owner: string }): EnvelopePlace {
  return { column: `${column.table}.${column.column}`, row, owner } as EnvelopePlace;
}
