import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { cloneTemplate, dropDatabase } from '#/tests/support/template.ts';
import { dropFolder } from './backup/backup-folder.ts';
import { withClient } from './connect.ts';
import { readMigrations } from './migrations.ts';
import { prepareDatabase } from './prepare-database.ts';
import { openTarget, type Target } from './target.ts';

let target: Target;
const copies: string[] = [];
beforeAll(async () => {
  const url = await cloneTemplate(inject('databaseServer'), 'template0');
  target = await openTarget('dev', { url, adminUrl: null });
});
afterAll(async () => {
  copies.forEach(dropFolder);
  await dropDatabase(target.appUrl);
});
const later = (sql: string) => ({ name: '9999_later', sql, checksum: sql });

it('prepares an empty database without a copy, and an unchanged one without anything', async () => {
  const first = await prepareDatabase(target);
  expect(first.applied).toEqual(readMigrations().map(({ name }) => name));
  expect(first.backup).toBeNull();
  expect(first.wall).toBe('trigger');
  expect(await prepareDatabase(target)).toEqual({ applied: [], backup: null, wall: 'trigger' });
});

it('refuses a start in another mode: simulated and real never meet', async () => {
  await expect(prepareDatabase({ ...target, mode: 'live' })).rejects.toThrow(/DATABASE_URL/);
});

it('copies a database that holds data before it migrates it, and names the copy when the migration fails', async () => {
  const failing = prepareDatabase(target, [...readMigrations(), later('DELETE FROM settings; SELECT 1 / 0')]);
  const said = await failing.catch((error: Error) => error.message);
  const name = /dev-\d{8}-\d{6}-before-migration/.exec(String(said))?.[0] ?? '';
  copies.push(name);
  expect(name).not.toBe('');
  expect(said).toContain('9999_later');
  const settings = await withClient(target.ownerUrl, (client) => client.query('SELECT * FROM settings'));
  expect(settings.rowCount).toBeGreaterThan(0);
});
