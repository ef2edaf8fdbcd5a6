import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from '#/server/generated/prisma/client.ts';
import { Bell, collectRings, hangBell } from './bell.ts';
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
    adapter: new PrismaPg(pool, { statementNameGenerator: preparedName }),
    transactionOptions: { maxWait: config.poolTimeoutMs, timeout: 15_000 },
  });
  const bell = new Bell(pool);
  hangBell(bell, prisma, pool);
  ringAtCommit(prisma, bell);
  return {
    prisma,
    pool,
    async close() {
      await bell.settled();
      await prisma.$disconnect();
      if (!pool.ended) await pool.end();
    },
  };
}

/** Prisma tells nobody when a transaction has committed: it has when `$transaction` returns. */
function ringAtCommit(prisma: PrismaClient, bell: Bell): void {
  const original = prisma.$transaction.bind(prisma) as (work: unknown, options?: unknown) => Promise<unknown>;
  const ringing = async (work: unknown, options?: unknown) => {
    if (typeof work !== 'function') return original(work, options);
    let ring = () => {};
    const value = await original((tx: object) => {
      ring = collectRings(bell, tx);
      return work(tx);
    }, options);
    ring();
    return value;
  };
  Object.defineProperty(prisma, '$transaction', { value: ringing, configurable: true });
}

/**
 * Inside a transaction a raw statement that opens with a comment of one word (`ledger_look` between the marks) is
 * planned once a connection instead of on every call: worth it for long statements that run often. One name, one text.
 */
function preparedName({ sql }: { sql: string }): string {
  // The adapter's type wants a name always; without one pg plans as usual.
  return /^\/\* (\w+) \*\//.exec(sql)?.[1] as string;
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

/** Whoever loses lets the other through, so each further try meets one transaction less. */
const writeConflictTries = 12;
/** Those who try again do so one after another: together they would only meet again. */
const secondTries = new WeakMap<Db, Promise<unknown>>();

/**
 * Runs `work` in one transaction; a failure it returns rolls everything back. When PostgreSQL ended the transaction
 * because it stood in another's way (deadlock, serialisation), the work is done anew from its start: it must not do
 * anything that a rollback does not undo (house §2.10).
 */
export async function transaction<Value, Code extends string>(
  db: Db,
  work: (tx: Tx) => Promise<Result<Value, Code>>,
): Promise<Result<Value, Code>> {
  try {
    return await tryTransaction(db, work);
  } catch (error) {
    if (!isWriteConflict(error)) throw error;
  }
  const again = (secondTries.get(db) ?? Promise.resolve()).then(async () => {
    for (let tries = 2; ; tries++) {
      try {
        return await tryTransaction(db, work);
      } catch (error) {
        if (tries === writeConflictTries || !isWriteConflict(error)) throw error;
      }
    }
  });
  secondTries.set(
    db,
    again.catch(() => {}),
  );
  return again;
}

async function tryTransaction<Value, Code extends string>(
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

/** Thrown by whoever finds, in the midst of its writing, that another transaction got in between: undone and done anew. */
export class WriteConflict extends Error {}

/** Prisma says it in three shapes: of a query, of a raw query, of the commit. */
function isWriteConflict(error: unknown): boolean {
  if (error instanceof WriteConflict) return true;
  if (!(error instanceof Error)) return false;
  const { code, meta, cause } = error as {
    code?: string;
    meta?: { driverAdapterError?: { cause?: { kind?: string } } };
    cause?: { kind?: string };
  };
  const kind = meta?.driverAdapterError?.cause?.kind ?? cause?.kind;
  return code === 'P2034' || kind === 'TransactionWriteConflict';
}
