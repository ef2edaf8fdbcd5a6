import { createHash } from 'node:crypto';
import pg from 'pg';
import { afterAll, afterEach, beforeEach, expect, inject, it } from 'vitest';
import { cloneTemplate, dropDatabase } from '#/tests/support/template.ts';
import { migrate, standingOf } from './migrate.ts';
import { type Migration, readMigrations } from './migrations.ts';
import { runPrisma } from './run-prisma.ts';

const urls: string[] = [];
const clients: pg.Client[] = [];
let url = '';
let client: pg.Client;
beforeEach(async () => {
  url = await cloneTemplate(inject('databaseServer'), 'template0');
  urls.push(url);
  client = await connect();
});
afterEach(async () => {
  for (const one of clients.splice(0)) await one.end();
});
afterAll(async () => {
  for (const one of urls) await dropDatabase(one);
});

async function connect(): Promise<pg.Client> {
  const made = new pg.Client({ connectionString: url });
  clients.push(made);
  await made.connect();
  return made;
}

const checksumOf = (sql: string) => createHash('sha256').update(sql).digest('hex');
const step = (name: string, sql: string): Migration => ({ name, sql, checksum: checksumOf(sql) });
const shelf = step('0001_shelf', `CREATE TABLE shelf (id int PRIMARY KEY); INSERT INTO shelf VALUES (1), (2);`);
const count = async (sql: string) => Number((await client.query(`SELECT count(*) FROM ${sql}`)).rows[0].count);

it('applies each migration once, however many processes start at the same time', async () => {
  const migrations = [shelf, step('0002_more', 'INSERT INTO shelf VALUES (3)')];
  const starts = [client, await connect(), await connect(), await connect()];
  const outcomes = await Promise.all(starts.map((one) => migrate(one, migrations)));
  expect(outcomes.map((one) => one.kind)).toEqual(['migrated', 'migrated', 'migrated', 'migrated']);
  expect(outcomes.flatMap((one) => (one.kind === 'migrated' ? one.applied : []))).toEqual(['0001_shelf', '0002_more']);
  expect(await count('shelf')).toBe(3);
  expect(await standingOf(client, migrations)).toEqual({ kind: 'ready', pending: [] });
});

it('leaves the data as it was when a migration fails in its middle, and says where', async () => {
  await migrate(client, [shelf]);
  const broken = step(
    '0002_broken',
    'DELETE FROM shelf;\nALTER TABLE shelf ADD COLUMN label text;\nINSERT INTO nowhere VALUES (1);',
  );
  const outcome = await migrate(client, [shelf, broken]);
  expect(outcome).toMatchObject({
    kind: 'failed',
    name: '0002_broken',
    why: expect.stringMatching(/line 3: .*nowhere/),
  });
  expect(await count('shelf')).toBe(2);
  expect(await count(`information_schema.columns WHERE table_name = 'shelf'`)).toBe(1);
  // Nothing stays locked or half-recorded: the mended migration applies.
  const mended = step('0002_broken', 'INSERT INTO shelf VALUES (3)');
  expect(await migrate(client, [shelf, mended])).toEqual({ kind: 'migrated', applied: ['0002_broken'] });
});

it('does not apply what it cannot record', async () => {
  const unrecordable = { ...shelf, checksum: 'x'.repeat(65) };
  expect(await migrate(client, [unrecordable])).toMatchObject({ kind: 'failed', name: '0001_shelf' });
  expect(await count(`pg_tables WHERE tablename = 'shelf'`)).toBe(0);
});

it('keeps the migrations before a failed one', async () => {
  await migrate(client, [shelf, step('0002_broken', 'nonsense')]);
  expect(await count('shelf')).toBe(2);
});

it('refuses a database whose applied migration reads otherwise today', async () => {
  await migrate(client, [shelf]);
  const changed = { ...shelf, checksum: 'another' };
  expect(await migrate(client, [changed, step('0002', 'DROP TABLE shelf')])).toEqual({
    kind: 'changed',
    name: '0001_shelf',
  });
  expect(await count('shelf')).toBe(2);
});

it('refuses a database of a newer version, and one that another tool left half-way', async () => {
  await migrate(client, [shelf, step('0002_newer', 'SELECT 1')]);
  expect(await migrate(client, [shelf])).toEqual({ kind: 'newer', name: '0002_newer' });
  await client.query(`UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name = '0002_newer'`);
  expect(await migrate(client, [shelf])).toEqual({ kind: 'unfinished', name: '0002_newer' });
});

it("agrees with Prisma's own tool about what is applied", { timeout: 60_000 }, async () => {
  const before = await runPrisma(['migrate', 'status'], url);
  expect(before.code).toBe(1);
  expect(before.stdout + before.stderr).toContain('0001_foundation');
  await migrate(client, readMigrations());
  const after = await runPrisma(['migrate', 'status'], url);
  expect(after.stdout).toContain('Database schema is up to date');
  expect(after.code).toBe(0);
});

it('has a migration for everything that the schema in prisma/ says', { timeout: 60_000 }, async () => {
  const args = ['migrate', 'diff', '--from-migrations', 'prisma/migrations', '--to-schema', 'prisma', '--exit-code'];
  const { code, stdout } = await runPrisma([...args, '--script'], url);
  expect(stdout).toContain('This is an empty migration');
  expect(code).toBe(0);
});
