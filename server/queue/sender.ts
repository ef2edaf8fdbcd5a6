import { AsyncLocalStorage } from 'node:async_hooks';
import { type Db as BossDatabase, PgBoss } from 'pg-boss';
import { queueSchema } from './queue-options.ts';

/**
 * A pg-boss that only writes: never started, so it has no pool, no timers and does no maintenance.
 * Whatever it asks the database, also what it looks up for itself, goes through the caller's connection.
 */
interface Sender {
  readonly boss: PgBoss;
  readonly current: AsyncLocalStorage<BossDatabase>;
}

/** Next bundles routes apart: only globalThis is shared between them. */
const shared = globalThis as typeof globalThis & { stardeskQueueSender?: Sender };

export function withSender<Value>(database: BossDatabase, work: (boss: PgBoss) => Promise<Value>): Promise<Value> {
  const sender = (shared.stardeskQueueSender ??= createSender());
  return sender.current.run(database, () => work(sender.boss));
}

function createSender(): Sender {
  const current = new AsyncLocalStorage<BossDatabase>();
  const boss = new PgBoss({
    schema: queueSchema,
    supervise: false,
    schedule: false,
    migrate: false,
    createSchema: false,
    db: {
      executeSql(text, values) {
        const database = current.getStore();
        if (!database) throw new Error('the sender was used outside withSender');
        return database.executeSql(text, values);
      },
    },
  });
  return { boss, current };
}
