import { readFileSync } from 'node:fs';
import { MovableClock } from '#/server/lib/clock.ts';
import { type Database, openDatabase } from '#/server/lib/db.ts';
import type { Deps } from '#/server/lib/deps.ts';
import { createEnvelopes } from '#/server/lib/envelope.ts';
import { createLog } from '#/server/lib/log.ts';
import { readConfig } from '#/server/lib/read-config.ts';

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

/** What use cases ask for, on the database at `url`. Close `database` when done. */
export function testDeps(url: string, { poolSize = 8, env = {} }: TestDatabaseOptions = {}): TestDatabase {
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
  const database = openDatabase(config.database, 'stardesk-test');
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
