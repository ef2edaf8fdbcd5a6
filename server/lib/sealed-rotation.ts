import type pg from 'pg';
import { EnvelopeShut, type Envelopes } from './envelope.ts';
import { type SealedColumn, sealedAt, sealedColumns } from './sealed-places.ts';

/** What could not be re-sealed, named without a word of its content. It is left as it was. */
export interface ShutRow {
  readonly owner: string;
  readonly row: string;
  readonly reason: EnvelopeShut['reason'];
  readonly keyId: string | null;
}
export interface ColumnRotation {
  readonly column: string;
  /** By this run. */
  readonly resealed: number;
  /** With the newest key now, those of this run included. */
  readonly current: number;
  readonly shut: readonly ShutRow[];
}
interface RotationOptions {
  readonly batchSize?: number;
  /** After each committed batch. */
  readonly onBatch?: (column: string, resealed: number) => void;
  readonly columns?: readonly SealedColumn[];
}

/**
 * Seals everything anew that is not sealed with the newest key. Each batch is a short transaction that locks its rows,
 * so the product may read and write meanwhile; a run that was killed is simply run again, and finds what is left.
 * Every process must know the newest key before this runs: it would meet envelopes that it cannot open.
 */
export async function rotateSecrets(
  { pool, envelopes }: { readonly pool: pg.Pool; readonly envelopes: Envelopes },
  { batchSize = 100, onBatch, columns = Object.values(sealedColumns) }: RotationOptions = {},
): Promise<ColumnRotation[]> {
  const rotations: ColumnRotation[] = [];
  for (const column of columns) {
    const name = `${column.table}.${column.column}`;
    const shut: ShutRow[] = [];
    let resealed = 0;
    let after: Place | null = null;
    do {
      const batch: Batch = await rotateBatch(pool, envelopes, column, after, batchSize);
      after = batch.last;
      resealed += batch.resealed;
      shut.push(...batch.shut);
      if (batch.last) onBatch?.(name, resealed);
    } while (after !== null);
    const { rows } = await pool.query<{ current: number }>(
      `SELECT count(*)::int AS current FROM ${quoted(column.table)} WHERE starts_with(${quoted(column.column)}, $1)`,
      [envelopes.currentPrefix],
    );
    rotations.push({ column: name, resealed, current: rows[0]?.current ?? 0, shut });
  }
  return rotations;
}

interface Place {
  readonly owner: string;
  readonly row: string;
}
interface Batch {
  readonly resealed: number;
  readonly shut: readonly ShutRow[];
  /** Null: there was nothing left. Rows that stay shut are behind it, so that no run turns in circles. */
  readonly last: Place | null;
}

async function rotateBatch(
  pool: pg.Pool,
  envelopes: Envelopes,
  column: SealedColumn,
  after: Place | null,
  batchSize: number,
): Promise<Batch> {
  const [table, sealed] = [quoted(column.table), quoted(column.column)];
  const [owner, row] = [`${quoted(column.ownerColumn)}::text`, `${quoted(column.rowColumn)}::text`];
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const { rows } = await client.query<Place & { envelope: string }>(
      `SELECT ${owner} AS owner, ${row} AS row, ${sealed} AS envelope FROM ${table}
       WHERE NOT starts_with(${sealed}, $1) AND ($2::text IS NULL OR (${owner}, ${row}) > ($2, $3))
       ORDER BY ${owner}, ${row} LIMIT $4 FOR UPDATE`,
      [envelopes.currentPrefix, after?.owner ?? null, after?.row ?? null, batchSize],
    );
    const { renewed, shut } = resealAll(rows, envelopes, column);
    await client.query(
      `UPDATE ${table} SET ${sealed} = n.envelope FROM unnest($1::text[], $2::text[], $3::text[]) AS n (owner, name, envelope)
       WHERE ${table}.${owner} = n.owner AND ${table}.${row} = n.name`,
      [renewed.map((one) => one.owner), renewed.map((one) => one.row), renewed.map((one) => one.envelope)],
    );
    await client.query('COMMIT');
    client.release();
    return { resealed: renewed.length, shut, last: rows.at(-1) ?? null };
  } catch (error) {
    // Not given back to the pool: the server rolls back what was open on it.
    client.release(true);
    throw error;
  }
}

function resealAll(rows: readonly (Place & { envelope: string })[], envelopes: Envelopes, column: SealedColumn) {
  const renewed: (Place & { envelope: string })[] = [];
  const shut: ShutRow[] = [];
  for (const { owner, row, envelope } of rows) {
    const place = sealedAt(column, { owner, row });
    try {
      renewed.push({ owner, row, envelope: envelopes.seal(envelopes.open(envelope, place), place) });
    } catch (error) {
      if (!(error instanceof EnvelopeShut)) throw error;
      shut.push({ owner, row, reason: error.reason, keyId: error.keyId });
    }
  }
  return { renewed, shut };
}

const quoted = (name: string): string => `"${name}"`;
