import type pg from 'pg';
import { identifier, inTransaction } from './connect.ts';

/** History: added to, never changed. Triggers say so to everybody; this says so to the application's role. */
export const immutableTables = ['ledger_transactions', 'ledger_entries', 'audit_entries'] as const;

/**
 * What web and worker may do, given by the owner of the tables after every migration.
 * In one transaction, so that the role never has for a moment what it must not have.
 */
export async function grantToApp(owner: pg.Client, appRole: string): Promise<void> {
  const role = identifier(appRole);
  const history = immutableTables.join(', ');
  await joinRole(owner, role);
  await inTransaction(owner, async () => {
    // Two processes that grant at once would trip over each other's catalogue rows.
    await owner.query('SELECT pg_advisory_xact_lock(72707370)');
    await owner.query(`
      GRANT USAGE ON SCHEMA public TO ${role};
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${role};
      GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO ${role};
      REVOKE UPDATE, DELETE, TRUNCATE ON ${history} FROM ${role};
      REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON _prisma_migrations FROM ${role};
      ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${role};
      ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO ${role};
    `);
    // The queue makes and migrates its tables itself, in a schema where it may.
    await owner.query(`CREATE SCHEMA IF NOT EXISTS pgboss`);
    await owner.query(`GRANT USAGE, CREATE ON SCHEMA pgboss TO ${role}`);
  });
}

/** So that the owner can copy what the application made (the queue). Where it may not, copies leave that out. */
async function joinRole(owner: pg.Client, role: string): Promise<void> {
  await owner.query(`GRANT ${role} TO CURRENT_USER`).catch(() => {});
}

export type LedgerWall =
  /** The role that web and worker use cannot change history, nor switch the triggers off. */
  | 'role'
  /** It could, by its rights: triggers refuse it. */
  | 'trigger'
  /** Neither: somebody dropped or disabled them. */
  | 'none';

/** Asked with the application's own connection: what does stop it? */
export async function ledgerWallOf(app: pg.Client): Promise<LedgerWall> {
  const { rows } = await app.query<{ stopped: boolean; guarded: boolean }>(
    `SELECT
       bool_and(NOT has_table_privilege(c.oid, 'UPDATE') AND NOT has_table_privilege(c.oid, 'DELETE')
         AND NOT has_table_privilege(c.oid, 'TRUNCATE') AND NOT pg_has_role(c.relowner, 'USAGE')) AS stopped,
       bool_and((SELECT count(*) = 2 FROM pg_trigger t WHERE t.tgrelid = c.oid AND NOT t.tgisinternal
         AND t.tgname IN ('immutable', 'immutable_truncate') AND t.tgenabled IN ('O', 'A'))) AS guarded
     FROM pg_class c WHERE c.oid = ANY ($1::regclass[])`,
    [immutableTables.map((table) => `public.${table}`)],
  );
  if (rows[0]?.stopped) return 'role';
  return rows[0]?.guarded ? 'trigger' : 'none';
}
