import { createReadStream } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { Explained } from '#/scripts/bootstrap/explained.mjs';
import { say } from '#/scripts/terminal/say.ts';
import { identifier, inTransaction, withClient } from '../connect.ts';
import { bookkeeping } from '../migrate.ts';
import type { Migration } from '../migrations.ts';
import type { Target } from '../target.ts';
import { folderOf, type Manifest, type TableFile } from './backup-folder.ts';
import { queueVersionOf } from './describe.ts';
import { afterRestore, emptySchemas } from './restore-statements.ts';

/**
 * The tables are built anew by the migrations that the copy was made under, then filled. All in one transaction.
 * Returns whether the queue's jobs came back as well.
 */
export async function restoreTables(
  target: Target,
  name: string,
  manifest: Manifest,
  migrations: readonly Migration[],
): Promise<{ withJobs: boolean }> {
  const steps = manifest.migrations.map(({ name: step, checksum }) => {
    const found = migrations.find((one) => one.name === step && one.checksum === checksum);
    if (!found) throw new Explained(say('backup.otherVersion', { migration: step }));
    return found;
  });
  return withClient(target.ownerUrl, (client) =>
    inTransaction(client, async () => {
      await client.query(`SET LOCAL lock_timeout = '10s'`);
      await client.query(emptySchemas(['public']));
      for (const { sql } of steps) await client.query(sql);
      await client.query(bookkeeping);
      const withJobs = manifest.queueVersion !== null && manifest.queueVersion === (await queueVersionOf(client));
      await fill(client, name, manifest, withJobs);
      await client.query(afterRestore);
      return { withJobs };
    }),
  );
}

async function fill(client: pg.Client, name: string, manifest: Manifest, withJobs: boolean): Promise<void> {
  const isOurs = (schema: string) => schema === 'public' || withJobs;
  const tables = manifest.tables.filter(({ schema }) => isOurs(schema));
  // Foreign keys are taken off and put on again, so that no order of tables is needed and rows are still checked.
  const keys = await foreignKeys(client, withJobs ? ['public', 'pgboss'] : ['public']);
  for (const { table, name: key } of keys) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${key}`);
  for (const table of tables) await client.query(`ALTER TABLE ${quoted(table)} DISABLE TRIGGER USER`);
  await client.query(`TRUNCATE ${tables.map(quoted).join(', ')}`);
  for (const table of tables) await copyIn(client, table, path.join(folderOf(name), table.file));
  for (const { name: sequence, value, called } of manifest.sequences) {
    if (isOurs(sequence.split('.')[0] ?? ''))
      await client.query('SELECT setval($1, $2, $3)', [sequence, value, called]);
  }
  for (const table of tables) await client.query(`ALTER TABLE ${quoted(table)} ENABLE TRIGGER USER`);
  for (const { table, name: key, definition } of keys) {
    await client.query(`ALTER TABLE ${table} ADD CONSTRAINT ${key} ${definition}`);
  }
}

interface ForeignKey {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
}

/** Those of partitions follow their parents'. */
async function foreignKeys(client: pg.Client, schemas: string[]): Promise<ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(
    `SELECT k.conrelid::regclass::text AS table, quote_ident(k.conname) AS name, pg_get_constraintdef(k.oid) AS definition
     FROM pg_constraint k JOIN pg_namespace n ON n.oid = k.connamespace
     WHERE k.contype = 'f' AND k.conparentid = 0 AND n.nspname = ANY ($1)`,
    [schemas],
  );
  return rows;
}

async function copyIn(client: pg.Client, table: TableFile, file: string): Promise<void> {
  const rows = client.query(copyFrom(`COPY ${quoted(table)} (${table.columns.map(identifier).join(', ')}) FROM STDIN`));
  await pipeline(createReadStream(file), createGunzip(), rows);
}

function quoted({ schema, name }: Pick<TableFile, 'schema' | 'name'>): string {
  return `${identifier(schema)}.${identifier(name)}`;
}
