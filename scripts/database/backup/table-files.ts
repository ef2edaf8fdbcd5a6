import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { identifier, withClient } from '../connect.ts';
import type { Target } from '../target.ts';
import type { Backup } from './backup.ts';
import { type Manifest, type TableFile, writeBackupFolder } from './backup-folder.ts';
import { describeDatabase } from './describe.ts';

/** Every table into a file by COPY, all as of one moment; web and worker go on meanwhile. */
export async function copyTables(target: Target, name: string): Promise<Pick<Backup, 'kind' | 'bytes'>> {
  const { bytes } = await writeBackupFolder(name, (folder) =>
    withClient(target.ownerUrl, async (client): Promise<Manifest> => {
      await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
      const { schemas, migrations, queueVersion } = await describeDatabase(client);
      const tables = await findTables(client, schemas);
      for (const table of tables) await copyOut(client, table, path.join(folder, table.file));
      const sequences = await findSequences(client, schemas);
      await client.query('COMMIT');
      return { kind: 'tables', database: target.name, migrations, queueVersion, tables, sequences };
    }),
  );
  return { kind: 'tables', bytes };
}

/** Partitions, not their parents: those hold no rows. Generated columns make themselves. */
async function findTables(client: pg.Client, schemas: readonly string[]): Promise<TableFile[]> {
  const { rows } = await client.query<Omit<TableFile, 'file'>>(
    `SELECT n.nspname AS schema, c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
     WHERE n.nspname = ANY ($1) AND c.relkind = 'r' GROUP BY 1, 2 ORDER BY 1, 2`,
    [schemas],
  );
  return rows.map((table) => ({ ...table, file: `${table.schema}.${table.name}.copy.gz` }));
}

async function findSequences(client: pg.Client, schemas: readonly string[]): Promise<Manifest['sequences']> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c
     JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = ANY ($1) AND c.relkind = 'S'`,
    [schemas],
  );
  const sequences: Manifest['sequences'][number][] = [];
  for (const { name } of rows) {
    const state = await client.query(`SELECT last_value::text AS value, is_called AS called FROM ${name}`);
    sequences.push({ name, ...state.rows[0] });
  }
  return sequences;
}

async function copyOut(client: pg.Client, { schema, name, columns }: TableFile, file: string): Promise<void> {
  const table = `${identifier(schema)}.${identifier(name)}`;
  const rows = client.query(copyTo(`COPY ${table} (${columns.map(identifier).join(', ')}) TO STDOUT`));
  await pipeline(rows, createGzip(), createWriteStream(file, { mode: 0o600 }));
}
