import type pg from 'pg';
import type { Manifest } from './backup-folder.ts';

export interface Described extends Pick<Manifest, 'migrations' | 'queueVersion'> {
  /** `public`, and the queue's where our role can read it. */
  readonly schemas: readonly string[];
}

/** What a copy must know to be put back: the migrations that shaped it, and the version of the queue's tables. */
export async function describeDatabase(client: pg.Client): Promise<Described> {
  const { rows: migrations } = await client.query<{ name: string; checksum: string }>(
    `SELECT migration_name AS name, checksum FROM public._prisma_migrations
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY started_at`,
  );
  const readable = await client.query(
    `SELECT coalesce(bool_and(has_table_privilege(c.oid, 'SELECT')), false) AS yes FROM pg_class c
     WHERE c.relnamespace = to_regnamespace('pgboss') AND c.relkind IN ('r', 'p')`,
  );
  const queueVersion = readable.rows[0].yes ? await queueVersionOf(client) : null;
  return { migrations, queueVersion, schemas: queueVersion === null ? ['public'] : ['public', 'pgboss'] };
}

export async function queueVersionOf(client: pg.Client): Promise<number | null> {
  const found = await client.query(`SELECT to_regclass('pgboss.version') IS NOT NULL AS yes`);
  if (!found.rows[0].yes) return null;
  const { rows } = await client.query('SELECT version FROM pgboss.version');
  return rows[0] ? Number(rows[0].version) : null;
}
