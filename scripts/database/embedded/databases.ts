import type pg from 'pg';
import { identifier, literal, withClient } from '../connect.ts';
import type { EmbeddedServer } from './server.ts';

/** Each mode has a database of its own, and a role that cannot open the others'. */
export type Mode = 'demo' | 'live' | 'dev';
export const ownerRole = 'stardesk_owner';
export const databaseOf = (mode: Mode) => `stardesk_${mode}`;
export const appRoleOf = (mode: Mode) => `stardesk_app_${mode}`;

export interface Addresses {
  /** Owner of the tables: migrations, nothing else. */
  ownerUrl(): string;
  /** What web and worker get. */
  appUrl(): string;
}

/** Makes what is missing; nothing that is there is changed but the passwords, to those of roles.json. */
export async function ensureDatabase(server: EmbeddedServer, mode: Mode): Promise<Addresses> {
  const appPassword = server.roles.app[mode] ?? '';
  const database = databaseOf(mode);
  await withClient(server.adminUrl('postgres'), async (admin) => {
    await ensureRole(admin, ownerRole, server.roles.owner);
    await ensureRole(admin, appRoleOf(mode), appPassword);
    // The queue's tables belong to the application's role: copying and restoring must reach them too.
    await admin.query(`GRANT ${appRoleOf(mode)} TO ${ownerRole}`);
    const found = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    if (found.rowCount === 0) {
      await admin.query(`CREATE DATABASE ${identifier(database)} OWNER ${ownerRole} TEMPLATE template0`);
    }
    await closeToOthers(admin, database, mode);
  });
  return {
    ownerUrl: () => server.urlFor(ownerRole, server.roles.owner, database),
    appUrl: () => server.urlFor(appRoleOf(mode), appPassword, database),
  };
}

/** Copies of a database do not inherit who may connect. */
export async function closeToOthers(admin: pg.Client, database: string, mode: Mode): Promise<void> {
  await admin.query(`REVOKE CONNECT, TEMPORARY ON DATABASE ${identifier(database)} FROM PUBLIC`);
  await admin.query(`GRANT CONNECT ON DATABASE ${identifier(database)} TO ${appRoleOf(mode)}`);
}

async function ensureRole(admin: pg.Client, role: string, password: string): Promise<void> {
  const found = await admin.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
  const verb = found.rowCount === 0 ? 'CREATE' : 'ALTER';
  await admin.query(`${verb} ROLE ${role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD ${literal(password)}`);
}
