import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import pg from 'pg';
import { inject } from 'vitest';
import { MovableClock } from '#/server/lib/clock.ts';
import { type Database, openDatabase } from '#/server/lib/db.ts';
import type { Deps } from '#/server/lib/deps.ts';
import { createEnvelopes } from '#/server/lib/envelope.ts';
import { createLog } from '#/server/lib/log.ts';
import { readConfig } from '#/server/lib/read-config.ts';
import { cloneTemplate, dropDatabase } from './template.ts';

export interface TestDatabase {
  readonly url: string;
  readonly database: Database;
  readonly deps: Deps;
  /** The clock of `deps`: `clock.setOffset(ms)` moves time and fires what is due. */
  readonly clock: MovableClock;
  /** Every JSON line that `deps.log` wrote, oldest first. */
  readonly logLines: string[];
}
export interface TestDatabaseOptions {
  readonly poolSize?: number;
  /** Laid over the fixed environment below; everything goes through `readConfig`, so a bad value throws. */
  readonly env?: Readonly<Record<string, string>>;
}

export const testSecretKey = 'tests-only-tests-only-tests-only-tests-only';
const opened: { url: string; database: Database }[] = [];

/** A database of its own for the calling test file, with every migration applied; gone when the file ends. */
export async function testDatabase(options: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const url = await emptyDatabase();
  const config = testConfig(url, options);
  const database = openDatabase(config.database, 'stardesk-test');
  opened.push({ url, database });
  const logLines: string[] = [];
  const clock = new MovableClock();
  const deps: Deps = {
    config,
    db: database.prisma,
    pool: database.pool,
    clock,
    log: createLog(config, 'script', { write: (line) => void logLines.push(line) }),
    envelopes: createEnvelopes(config.secretKey),
  };
  return { url, database, deps, clock, logLines };
}

/** Only the migrated database: for tests that start processes of their own on it. Drop it with `dropDatabase`. */
export async function emptyDatabase(): Promise<string> {
  const name = `stardesk_test_${Math.floor(Date.now() / 1000).toString(36)}_${randomBytes(5).toString('hex')}`;
  return cloneTemplate(inject('databaseServer'), inject('databaseTemplate'), name);
}

function testConfig(url: string, { poolSize = 8, env = {} }: TestDatabaseOptions) {
  const { config, faults } = readConfig(
    {
      NODE_ENV: 'test',
      DATABASE_URL: url,
      DATABASE_POOL_SIZE: String(poolSize),
      DATABASE_MAX_OVERFLOW: '0',
      SECRET_KEY: testSecretKey,
      LOG_LEVEL: 'debug',
      ...env,
    },
    (path) => readFileSync(path, 'utf8'),
  );
  if (faults.length > 0) throw new Error(`the test's environment is faulty: ${JSON.stringify(faults)}`);
  return config;
}

/** A connection outside the pool: for a second session, LISTEN, or to look from outside. Close it yourself. */
export async function connectTo(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}

/** Called by `each-file.ts` after the last test of a file: works wherever `testDatabase` was called. */
export async function closeTestDatabases(): Promise<void> {
  for (const { url, database } of opened.splice(0)) {
    await database.close();
    await dropDatabase(url);
  }
}
