import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from '#/server/generated/prisma/client.ts';
import type { Config } from './config.ts';
import type { Failure, Result } from './errors.ts';

/** One pool of a process, spoken to through Prisma; `pool` is for statements where milliseconds count and for LISTEN. */
export interface Database {
  readonly prisma: PrismaClient;
  readonly pool: pg.Pool;
  close(): Promise<void>;
}
export type Db = PrismaClient;
/** What a function takes that must run inside its caller's transaction. */
export type Tx = Omit<PrismaClient, '$connect' | '$disconnect' | '$on' | '$transaction' | '$extends'>;

export function openDatabase(config: Config['database'], applicationName: string): Database {
  const pool = new pg.Pool({
    connectionString: config.url.reveal(),
    max: config.poolSize + config.maxOverflow,
    connectionTimeoutMillis: config.poolTimeoutMs,
    idleTimeoutMillis: 30_000,
    application_name: applicationName,
  });
  // An idle connection that the server closed must not end the process; the next query opens another.
  pool.on('error', () => {});
  const prisma = new PrismaClient({
    adapter: new PrismaPg(pool),
    transactionOptions: { maxWait: config.poolTimeoutMs, timeout: 15_000 },
  });
  return {
    prisma,
    pool,
    async close() {
      await prisma.$disconnect();
      if (!pool.ended) await pool.end();
    },
  };
}

/** A connection of its own, outside the pool and not yet connected: for LISTEN and for locks that live as long as it. */
export function openConnection(
  config: Pick<Config['database'], 'url' | 'poolTimeoutMs'>,
  applicationName: string,
): pg.Client {
  const client = new pg.Client({
    connectionString: config.url.reveal(),
    connectionTimeoutMillis: config.poolTimeoutMs,
    application_name: applicationName,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
  });
  // Whoever waits on this connection sees it end; without a listener a lost socket would end the process.
  client.on('error', () => {});
  return client;
}

/**
 * One connection beside the pool for questions about health: a busy pool does not make us ill, and a database that
 * hangs costs this connection only. Every answer comes, or fails, within about `limitMs` twice.
 */
export function openProbe(config: Pick<Config['database'], 'url'>, applicationName: string, limitMs: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: config.url.reveal(),
    max: 1,
    connectionTimeoutMillis: limitMs,
    query_timeout: limitMs,
    statement_timeout: limitMs,
    idleTimeoutMillis: 60_000,
    application_name: applicationName,
    allowExitOnIdle: true,
  });
  pool.on('error', () => {});
  return pool;
}

/** Carries an expected failure out of a transaction, so that it is rolled back and still returned as a value. */
class RolledBack extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.code);
    this.failure = failure;
  }
}

/** Runs `work` in one transaction; a failure it returns rolls everything back. */
export async function transaction<Value, Code extends string>(
  db: Db,
  work: (tx: Tx) => Promise<Result<Value, Code>>,
): Promise<Result<Value, Code>> {
  try {
    return await db.$transaction(async (tx) => {
      const result = await work(tx);
      if (!result.ok) throw new RolledBack(result.failure);
      return result;
    });
  } catch (error) {
    if (error instanceof RolledBack) return { ok: false, failure: error.failure as Failure<Code> };
    throw error;
  }
}
