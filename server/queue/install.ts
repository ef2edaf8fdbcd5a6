import { PgBoss } from 'pg-boss';
import type { Database } from '#/server/lib/db.ts';
import { queueSchema } from './queue-options.ts';

/** Any number of ours. */
const installLock = 1_886_808_947;

/**
 * Makes or migrates the queue's tables; harmless to repeat and safe from several processes at once.
 * The schema itself is made only where it is missing: the application's role may lack CREATE on the database, and then
 * whoever migrates has made it before (`CREATE SCHEMA IF NOT EXISTS pgboss AUTHORIZATION <role>`).
 */
export async function installQueue(pool: Pick<Database['pool'], 'connect'>): Promise<void> {
  const client = await pool.connect();
  try {
    // One at a time: PostgreSQL's own IF NOT EXISTS fails for the slower of two. Let go with the connection.
    await client.query('SELECT pg_advisory_lock($1)', [installLock]);
    const found = await client.query('SELECT 1 FROM pg_namespace WHERE nspname = $1', [queueSchema]);
    // pg-boss asks several things at once; one connection answers one at a time.
    let last: Promise<unknown> = Promise.resolve();
    const oneByOne = (text: string, values?: unknown[]) => {
      const answer = last.then(() => client.query(text, values));
      last = answer.catch(() => {});
      return answer;
    };
    const boss = new PgBoss({
      schema: queueSchema,
      createSchema: found.rows.length === 0,
      migrate: true,
      supervise: false,
      schedule: false,
      db: { executeSql: oneByOne },
    });
    await boss.start();
    await boss.stop({ graceful: false });
  } finally {
    // Thrown away, and the lock with it; pg-boss may leave a transaction open.
    client.release(true);
  }
}
