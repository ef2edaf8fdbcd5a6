import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { inTransaction } from './connect.ts';
import type { Migration } from './migrations.ts';

/** Prisma's own lock id: its tools and we never migrate at the same time. */
const prismaLock = 72_707_369;

/** How a database stands to the migrations of this version. */
export type Standing =
  | { kind: 'ready'; pending: readonly Migration[] }
  /** A migration that was applied reads otherwise today: what the database holds is not what the files say. */
  | { kind: 'changed'; name: string }
  /** Applied, and not among our files: the database belongs to a newer version. */
  | { kind: 'newer'; name: string }
  /** Left half-way by another tool (`prisma migrate deploy`). */
  | { kind: 'unfinished'; name: string };

export type MigrationOutcome =
  | { kind: 'migrated'; applied: readonly string[] }
  | Exclude<Standing, { kind: 'ready' }>
  | { kind: 'failed'; name: string; why: string };

/** Under the lock; each migration in one transaction with its line of bookkeeping, so that a failed one leaves nothing. */
export async function migrate(client: pg.Client, migrations: readonly Migration[]): Promise<MigrationOutcome> {
  await client.query('SELECT pg_advisory_lock($1)', [prismaLock]);
  try {
    // Looked at under the lock: another process may just have done all of it.
    const standing = await standingOf(client, migrations);
    if (standing.kind !== 'ready') return standing;
    await client.query(bookkeeping);
    for (const migration of standing.pending) {
      try {
        await inTransaction(client, () => apply(client, migration));
      } catch (error) {
        return { kind: 'failed', name: migration.name, why: explain(error, migration.sql) };
      }
    }
    return { kind: 'migrated', applied: standing.pending.map(({ name }) => name) };
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [prismaLock]);
  }
}

export async function standingOf(client: pg.Client, migrations: readonly Migration[]): Promise<Standing> {
  const table = await client.query(`SELECT to_regclass('public._prisma_migrations') AS name`);
  if (table.rows[0].name === null) return { kind: 'ready', pending: migrations };
  const { rows } = await client.query<{ name: string; checksum: string; finished: boolean }>(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
     FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at`,
  );
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const { name, checksum, finished } of rows) {
    if (!finished) return { kind: 'unfinished', name };
    const ours = known.get(name);
    if (!ours) return { kind: 'newer', name };
    if (ours.checksum !== checksum) return { kind: 'changed', name };
  }
  const applied = new Set(rows.map(({ name }) => name));
  return { kind: 'ready', pending: migrations.filter(({ name }) => !applied.has(name)) };
}

/** Prisma's table, column for column. */
export const bookkeeping = `CREATE TABLE IF NOT EXISTS public._prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  // A migration that waits for a forgotten session stops everybody else behind it.
  await client.query(`SET LOCAL lock_timeout = '30s'`);
  await client.query(sql);
  await client.query(
    `INSERT INTO public._prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
     VALUES ($1, $2, $3, clock_timestamp(), clock_timestamp(), 1)`,
    [randomUUID(), checksum, name],
  );
}

/** PostgreSQL's words with the line of the file that they are about. */
function explain(error: unknown, sql: string): string {
  const { message, detail, hint, position } = error as pg.DatabaseError;
  const line = position ? sql.slice(0, Number(position) - 1).split('\n').length : null;
  return [line ? `line ${line}: ${message}` : message, detail, hint].filter(Boolean).join('\n');
}
