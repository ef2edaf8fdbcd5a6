import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connectTo, testDatabase } from '#/tests/support/database.ts';
import { grantToApp, immutableTables, ledgerWallOf } from './grants.ts';

const { url } = await testDatabase();
const role = `stardesk_test_app_${randomBytes(4).toString('hex')}`;
let owner: pg.Client;
let app: pg.Client;

beforeAll(async () => {
  owner = await connectTo(url);
  await owner.query(`CREATE ROLE ${role} LOGIN PASSWORD 'p'`);
  await grantToApp(owner, role);
  const address = new URL(url);
  address.username = role;
  address.password = 'p';
  app = await connectTo(address.href);
});
afterAll(async () => {
  await owner.query(`DROP OWNED BY ${role} CASCADE`);
  await owner.query(`DROP ROLE ${role}`);
});

it.each(immutableTables)('lets the application add to %s and nothing else', async (table) => {
  const { rows } = await app.query(
    `SELECT array_agg(p) AS may FROM unnest(ARRAY['SELECT','INSERT','UPDATE','DELETE','TRUNCATE','TRIGGER']) p
     WHERE has_table_privilege($1, p)`,
    [table],
  );
  expect(rows[0].may).toEqual(['SELECT', 'INSERT']);
  const denied = /permission denied|must be owner/;
  for (const attempt of [
    `DELETE FROM ${table}`,
    `TRUNCATE ${table}`,
    `ALTER TABLE ${table} DISABLE TRIGGER USER`,
    `DROP TABLE ${table}`,
  ]) {
    await expect(app.query(attempt)).rejects.toThrow(denied);
  }
});

it('cannot be talked out of it: neither the bookkeeping nor a role change helps', async () => {
  await expect(app.query(`UPDATE _prisma_migrations SET checksum = ''`)).rejects.toThrow(/permission denied/);
  await expect(app.query(`SET session_replication_role = replica`)).rejects.toThrow(/permission denied/);
  await expect(app.query(`SET ROLE ${owner.user}`)).rejects.toThrow(/permission denied/);
});

it('lets the application work with tables of later migrations, and keep its queue', async () => {
  await owner.query('CREATE TABLE of_a_later_migration (id serial PRIMARY KEY)');
  await app.query('INSERT INTO of_a_later_migration DEFAULT VALUES');
  await app.query('CREATE TABLE pgboss.of_the_queue (id int)');
});

it('says what guards the ledger: the role, else the triggers, else nothing', async () => {
  expect(await ledgerWallOf(app)).toBe('role');
  expect(await ledgerWallOf(owner)).toBe('trigger');
  await owner.query('ALTER TABLE ledger_entries DISABLE TRIGGER immutable');
  expect(await ledgerWallOf(owner)).toBe('none');
  expect(await ledgerWallOf(app)).toBe('role');
});
