import { existsSync, readdirSync, statSync } from 'node:fs';
import type pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connectTo, testDatabase } from '#/tests/support/database.ts';
import { readMigrations } from '../migrations.ts';
import type { Target } from '../target.ts';
import { dropFolder, folderOf, readManifest } from './backup-folder.ts';
import { restoreTables } from './restore-tables.ts';
import { copyTables } from './table-files.ts';

const { url } = await testDatabase();
const name = `dev-test-${process.pid}`;
const target: Target = {
  ownerUrl: url,
  appUrl: url,
  mode: 'dev',
  server: null,
  hasOwner: false,
  name: 'test',
  release: async () => {},
};
let client: pg.Client;
beforeAll(async () => {
  client = await connectTo(url);
});
afterAll(() => dropFolder(name));

/** Every row of every table in one text; what a restore leaves out on purpose is left out here. */
async function everything(): Promise<string> {
  const { rows } = await client.query(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname IN ('public', 'pgboss')
     AND tablename NOT IN ('live_events', 'worker_beats') ORDER BY 1`,
  );
  const tables: string[] = [];
  for (const { name: table } of rows) {
    const found = await client.query(
      `SELECT coalesce(string_agg(t::text, E'\\n' ORDER BY t::text), '') AS all FROM ${table} t`,
    );
    tables.push(`${table}\n${found.rows[0].all}`);
  }
  return tables.join('\n');
}

const manifest = () => {
  const found = readManifest(name);
  if (!found) throw new Error('no manifest');
  return found;
};

it('brings back every row, history and queue included, whatever was done meanwhile', async () => {
  await client.query(`
    INSERT INTO users (id, login, display_name) VALUES (gen_random_uuid(), 'anna', E'tab\\t newline\\n \\\\. «ёлка»');
    INSERT INTO sessions (user_id, created_at, last_seen_at, expires_at) SELECT id, now(), now(), now() FROM users;
    INSERT INTO audit_entries (id, at, action, details) VALUES (gen_random_uuid(), now(), 'test', '{"a": [1, null, "x"]}');
    INSERT INTO ledger_accounts (id, owner_id, asset, kind) VALUES
      ('00000000-0000-4000-8000-000000000001', 'a', 'stars', 'system'), ('00000000-0000-4000-8000-000000000002', 'b', 'stars', 'system');
    INSERT INTO ledger_transactions (id, key, content_hash, kind, created_at)
      VALUES ('00000000-0000-4000-8000-000000000003', 'k', 'h', 'test', now());
    INSERT INTO live_events (topic, payload) VALUES ('t', '{}');
  `);
  await client.query(`SELECT pgboss.create_queue('test.copied', '{"policy":"standard"}'::jsonb)`);
  await client.query(`INSERT INTO pgboss.job (name, data) VALUES ('test.copied', '{"n": 1}')`);
  const before = await everything();
  expect(before).toContain('anna');
  await copyTables(target, name);

  await client.query(`DELETE FROM users; DELETE FROM pgboss.job; ALTER TABLE users ADD COLUMN of_a_later_version text`);
  await client.query(`CREATE TABLE of_a_later_version (id int)`);
  expect(await everything()).not.toBe(before);
  await restoreTables(target, name, manifest(), readMigrations());
  expect(await everything()).toBe(before);
});

it('puts the walls up again: history refuses changes, keys are checked, numbers go on', async () => {
  await expect(client.query('DELETE FROM audit_entries')).rejects.toThrow(/history/);
  await expect(
    client.query(
      `INSERT INTO sessions (user_id, created_at, last_seen_at, expires_at) VALUES (gen_random_uuid(), now(), now(), now())`,
    ),
  ).rejects.toThrow(/sessions_user_id_fkey/);
  const { rows } = await client.query(`INSERT INTO live_events (topic, payload) VALUES ('t', '{}') RETURNING id`);
  expect(Number(rows[0].id)).toBeGreaterThan(1);
});

it('changes nothing when the copy is of a version whose migrations are not here', async () => {
  const before = await everything();
  const other = { ...manifest(), migrations: [{ name: '0000_other', checksum: 'x' }] };
  await expect(restoreTables(target, name, other, readMigrations())).rejects.toThrow(/0000_other/);
  expect(await everything()).toBe(before);
});

it('changes nothing when a file of the copy is broken', async () => {
  const before = await everything();
  const tables = manifest().tables.map((table) =>
    table.name === 'users' ? { ...table, file: 'gone.copy.gz' } : table,
  );
  await expect(restoreTables(target, name, { ...manifest(), tables }, readMigrations())).rejects.toThrow();
  client = await connectTo(url);
  expect(await everything()).toBe(before);
});

it('is readable by nobody else', () => {
  expect(statSync(folderOf(name)).mode & 0o777).toBe(0o700);
  const modes = readdirSync(folderOf(name)).map((file) => statSync(`${folderOf(name)}/${file}`).mode & 0o777);
  expect(new Set(modes)).toEqual(new Set([0o600]));
  expect(existsSync(`${folderOf(name)}.half`)).toBe(false);
});
