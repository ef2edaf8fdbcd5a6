import pg from 'pg';
import { inject } from 'vitest';
import { type TestDatabase, type TestDatabaseOptions, testDeps } from './deps.ts';
import { cloneTemplate, dropDatabase } from './template.ts';

export { testSecretKey } from './deps.ts';
export type { TestDatabase, TestDatabaseOptions };

export interface FileDatabaseOptions extends TestDatabaseOptions {
  /** The template has the queue's tables; tests of their installation do without. */
  readonly withoutQueue?: boolean;
}
const opened: TestDatabase[] = [];
const connected: pg.Client[] = [];

/** A database of its own for the calling test file, with every migration applied; gone when the file ends. */
export async function testDatabase(options: FileDatabaseOptions = {}): Promise<TestDatabase> {
  const made = testDeps(await emptyDatabase(), options);
  opened.push(made);
  if (options.withoutQueue) await made.deps.pool.query('DROP SCHEMA pgboss CASCADE');
  return made;
}

/** Only the migrated database: for tests that start processes of their own on it. Drop it with `dropDatabase`. */
export async function emptyDatabase(): Promise<string> {
  return cloneTemplate(inject('databaseServer'), inject('databaseTemplate'));
}

/** A connection outside the pool: for a second session, LISTEN, or to look from outside. */
export async function connectTo(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  connected.push(client);
  return client;
}

/** Called by `each-file.ts` after the last test of a file: works wherever `testDatabase` was called. */
export async function closeTestDatabases(): Promise<void> {
  for (const client of connected.splice(0)) await client.end();
  for (const { url, database } of opened.splice(0)) {
    await database.close();
    await dropDatabase(url);
  }
}
