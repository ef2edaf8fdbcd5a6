import type pg from 'pg';
import { identifier, withClient } from '../connect.ts';
import { closeToOthers, databaseOf, ownerRole } from '../embedded/databases.ts';
import type { EmbeddedServer } from '../embedded/server.ts';
import type { Target } from '../target.ts';
import type { Backup } from './backup.ts';

/** Copies inside our own server: databases that nobody may enter. Seconds, whatever their size. */
const prefix = 'stardesk_backup_';
const databaseFor = (name: string) => prefix + name.replaceAll('-', '_');
const objectInUse = '55006';

/** null: the server is not ours, or somebody works in the database just now. */
export async function copyAsTemplate(target: Target, name: string): Promise<Pick<Backup, 'kind' | 'bytes'> | null> {
  if (!target.server) return null;
  return withClient(target.server.adminUrl('postgres'), async (admin) => {
    if (!(await copy(admin, target.name, databaseFor(name)))) return null;
    return { kind: 'template', bytes: await sizeOf(admin, databaseFor(name)) };
  });
}

/** The database of now is kept under `asideName`: a restore that was a mistake is undone by another. */
export async function restoreTemplate(server: EmbeddedServer, target: Target, name: string, asideName: string) {
  await withClient(server.adminUrl('postgres'), async (admin) => {
    const current = databaseOf(target.mode);
    await admin.query(`ALTER DATABASE ${identifier(current)} RENAME TO ${identifier(databaseFor(asideName))}`);
    try {
      await admin.query(
        `CREATE DATABASE ${identifier(current)} OWNER ${ownerRole} TEMPLATE ${identifier(databaseFor(name))} STRATEGY FILE_COPY`,
      );
    } catch (error) {
      await admin.query(`ALTER DATABASE ${identifier(databaseFor(asideName))} RENAME TO ${identifier(current)}`);
      throw error;
    }
    await admin.query(`ALTER DATABASE ${identifier(databaseFor(asideName))} ALLOW_CONNECTIONS false`);
    await closeToOthers(admin, current, target.mode);
  });
}

export async function listTemplates(server: EmbeddedServer): Promise<{ name: string; bytes: number }[]> {
  return withClient(server.adminUrl('postgres'), async (admin) => {
    const { rows } = await admin.query<{ datname: string; bytes: string }>(
      `SELECT datname, pg_database_size(oid)::text AS bytes FROM pg_database WHERE starts_with(datname, $1)`,
      [prefix],
    );
    return rows.map(({ datname, bytes }) => ({ name: nameOf(datname), bytes: Number(bytes) }));
  });
}

export async function dropTemplate(server: EmbeddedServer, name: string): Promise<void> {
  await withClient(server.adminUrl('postgres'), (admin) =>
    admin.query(`DROP DATABASE IF EXISTS ${identifier(databaseFor(name))} WITH (FORCE)`),
  );
}

async function copy(admin: pg.Client, from: string, to: string): Promise<boolean> {
  try {
    await admin.query(`CREATE DATABASE ${identifier(to)} TEMPLATE ${identifier(from)} STRATEGY FILE_COPY`);
  } catch (error) {
    if ((error as pg.DatabaseError).code === objectInUse) return false;
    throw error;
  }
  await admin.query(`ALTER DATABASE ${identifier(to)} ALLOW_CONNECTIONS false`);
  return true;
}

async function sizeOf(admin: pg.Client, database: string): Promise<number> {
  const { rows } = await admin.query('SELECT pg_database_size($1)::text AS bytes', [database]);
  return Number(rows[0].bytes);
}

/** `stardesk_backup_live_20261120_003012_before_migration` */
function nameOf(database: string): string {
  const [mode, day, time, ...reason] = database.slice(prefix.length).split('_');
  return [mode, day, time, reason.join('-')].join('-');
}
