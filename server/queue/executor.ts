import { type Db as BossDatabase, fromPrisma } from 'pg-boss';
import type { Database, Db, Tx } from '#/server/lib/db.ts';

type Queryable = { query(text: string, values?: unknown[]): Promise<{ rows: unknown[] }> };

/** Whoever can run a statement: a Prisma transaction or client, the pool, or one connection of it. */
export type Executor = Tx | Db | Database['pool'] | Queryable;

/** In the shape pg-boss asks for; inside a transaction its statements belong to that transaction. */
export function bossDatabase(executor: Executor): BossDatabase {
  if ('$queryRawUnsafe' in executor) return fromPrisma(executor);
  const queryable = executor as Queryable;
  return { executeSql: (text, values) => queryable.query(text, values) };
}
