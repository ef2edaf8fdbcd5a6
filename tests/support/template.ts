import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { migrate } from '#/scripts/database/migrate.ts';
import { type Migration, readMigrations } from '#/scripts/database/migrations.ts';
import { installQueue } from '#/server/queue/install.ts';

const templatePrefix = 'stardesk_test_template_';
/** Any number of ours: two runs at once must not make the same template twice. */
const templateLock = 1_937_006_964;
const staleAfterSeconds = 2 * 3600;

/** A migrated database that nobody may enter, so that it can always be copied. Made once per state of the migrations. */
export async function ensureTemplate(server: string): Promise<string> {
  const migrations = readMigrations();
  const recipe = JSON.stringify([migrations, pgBossVersion()]);
  const hash = createHash('sha256').update(recipe).digest('hex').slice(0, 12);
  const name = templatePrefix + hash;
  await onServer(server, async (admin) => {
    await admin.query('SELECT pg_advisory_lock($1)', [templateLock]);
    const found = await admin.query('SELECT datallowconn FROM pg_database WHERE datname = $1', [name]);
    if (found.rows[0]?.datallowconn === false) return;
    // Still open to connections: an earlier run died while filling it.
    await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await admin.query(`CREATE DATABASE ${name} TEMPLATE template0`);
    await fill(withDatabase(server, name), migrations);
    await admin.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
    await dropLeftovers(admin, name);
  });
  return name;
}

/** Every migration, and the queue's tables, as a started product finds them. */
async function fill(url: string, migrations: readonly Migration[]): Promise<void> {
  await onServer(url, async (client) => {
    const outcome = await migrate(client, migrations);
    if (outcome.kind !== 'migrated') throw new Error(`the migrations do not apply: ${JSON.stringify(outcome)}`);
  });
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  await installQueue(pool);
  await pool.end();
}

export async function cloneTemplate(server: string, template: string): Promise<string> {
  const madeAt = Math.floor(Date.now() / 1000).toString(36);
  const name = `stardesk_test_${madeAt}_${randomBytes(5).toString('hex')}`;
  await onServer(server, (admin) => admin.query(`CREATE DATABASE ${name} TEMPLATE ${template}`));
  return withDatabase(server, name);
}

export async function dropDatabase(url: string): Promise<void> {
  const name = new URL(url).pathname.slice(1);
  await onServer(withDatabase(url, 'postgres'), (admin) => admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
}

export function withDatabase(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

function pgBossVersion(): string {
  const path = join(import.meta.dirname, '../../node_modules/pg-boss/package.json');
  return (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version;
}

/** What killed runs left behind, and templates of migrations that have changed since (the newest three stay). */
async function dropLeftovers(admin: pg.Client, current: string): Promise<void> {
  const { rows } = await admin.query<{ datname: string }>(
    `SELECT datname FROM pg_database WHERE datname LIKE 'stardesk\\_test\\_%' ORDER BY oid DESC`,
  );
  const names = rows.map((row) => row.datname);
  const oldTemplates = names.filter((name) => name.startsWith(templatePrefix) && name !== current).slice(2);
  const stale = names.filter((name) => {
    const madeAt = /^stardesk_test_([0-9a-z]{6,7})_[0-9a-f]{10}$/.exec(name)?.[1];
    return madeAt !== undefined && Number.parseInt(madeAt, 36) < Date.now() / 1000 - staleAfterSeconds;
  });
  for (const name of [...oldTemplates, ...stale]) await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
}

async function onServer<Value>(url: string, work: (client: pg.Client) => Promise<Value>): Promise<Value> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
