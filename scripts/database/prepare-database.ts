import type pg from 'pg';
import { Explained } from '#/scripts/bootstrap/explained.mjs';
import { say } from '#/scripts/terminal/say.ts';
import { type Backup, makeBackup } from './backup/backup.ts';
import { identifier, userNameOf, withClient } from './connect.ts';
import { grantToApp, type LedgerWall, ledgerWallOf } from './grants.ts';
import { type MigrationOutcome, migrate, type Standing, standingOf } from './migrate.ts';
import { type Migration, readMigrations } from './migrations.ts';
import { claimForMode } from './mode-mark.ts';
import type { Target } from './target.ts';

export interface Prepared {
  readonly applied: readonly string[];
  /** Of the data as it was before the migrations; null when there was none, or nothing to migrate. */
  readonly backup: Backup | null;
  readonly wall: LedgerWall;
}

/** Brings the database to this version: a copy first where it holds data, migrations, rights, the mark of its mode. */
export async function prepareDatabase(
  target: Target,
  migrations: readonly Migration[] = readMigrations(),
): Promise<Prepared> {
  const holdsData = await withClient(target.ownerUrl, async (owner) => {
    await claimForMode(owner, target.mode, 'look');
    const standing = await standingOf(owner, migrations);
    explain(standing, null);
    return standing.kind === 'ready' && standing.pending.length > 0 && (await hasRows(owner));
  });
  // Not while we are connected: the quick kind of copy wants the database for itself.
  const backup = holdsData ? await makeBackup(target, 'before-migration') : null;
  const applied = await withClient(target.ownerUrl, async (owner) => {
    const outcome = await migrate(owner, migrations);
    explain(outcome, backup);
    if (target.hasOwner && userNameOf(target.appUrl) !== userNameOf(target.ownerUrl)) {
      await grantToApp(owner, userNameOf(target.appUrl));
    }
    await claimForMode(owner, target.mode, 'mark');
    return outcome.kind === 'migrated' ? outcome.applied : [];
  });
  return { applied, backup, wall: await withClient(target.appUrl, ledgerWallOf) };
}

/** Every way in which a database is not ours to use, in words. Nothing has been changed in any of them. */
function explain(outcome: Standing | MigrationOutcome, backup: Backup | null): void {
  if (outcome.kind === 'ready' || outcome.kind === 'migrated') return;
  const words =
    outcome.kind === 'failed'
      ? say('database.failed', { migration: outcome.name, why: outcome.why })
      : say(`database.${outcome.kind}`, { migration: outcome.name });
  throw new Explained(backup ? `${words}\n${say('database.copyIsHere', { name: backup.name })}` : words);
}

async function hasRows(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class
     WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> '_prisma_migrations'`,
  );
  for (const { name } of rows) {
    const found = await client.query(`SELECT 1 FROM public.${identifier(name)} LIMIT 1`);
    if (found.rowCount) return true;
  }
  return false;
}
