import { Explained } from '#/scripts/bootstrap/explained.mjs';
import { say } from '#/scripts/terminal/say.ts';
import { withClient } from '../connect.ts';
import { readMigrations } from '../migrations.ts';
import type { Target } from '../target.ts';
import { type Backup, makeBackup } from './backup.ts';
import { readManifest } from './backup-folder.ts';
import { backupName } from './backup-name.ts';
import { queueVersionOf } from './describe.ts';
import { keepNewest } from './keep.ts';
import { restoreWithPsql } from './pg-dump.ts';
import { afterRestore } from './restore-statements.ts';
import { restoreTables } from './restore-tables.ts';
import { restoreTemplate } from './template-copy.ts';

export interface Restored {
  /** The state of before, to go back to. */
  readonly aside: string;
  readonly withJobs: boolean;
}

/** Puts the copy in place of what is there now; that becomes a copy itself. Nobody else may be connected. */
export async function restoreBackup(target: Target, backup: Backup): Promise<Restored> {
  await refuseWhileUsed(target);
  if (backup.kind === 'template') {
    if (!target.server) throw new Explained(say('backup.otherServer', { name: backup.name }));
    const aside = backupName(target.mode, 'before-restore', new Date());
    // Quicker than a copy: the database of now gets another name.
    await restoreTemplate(target.server, target, backup.name, aside);
    await withClient(target.server.adminUrl(target.name), (client) => client.query(afterRestore));
    await keepNewest(target, 'before-restore');
    return { aside, withJobs: true };
  }
  const manifest = readManifest(backup.name);
  if (!manifest) throw new Explained(say('backup.unknown', { name: backup.name }));
  const aside = await makeBackup(target, 'before-restore');
  if (manifest.kind === 'tables') {
    const { withJobs } = await restoreTables(target, backup.name, manifest, readMigrations());
    return { aside: aside.name, withJobs };
  }
  await restoreWithPsql(target, backup.name, manifest.queueVersion === null ? ['public'] : ['public', 'pgboss']);
  const withJobs = await withClient(target.ownerUrl, queueVersionOf);
  return { aside: aside.name, withJobs: withJobs !== null };
}

async function refuseWhileUsed(target: Target): Promise<void> {
  await withClient(target.ownerUrl, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `SELECT DISTINCT application_name AS name FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name LIKE 'stardesk%'`,
    );
    if (rows.length > 0) throw new Explained(say('backup.inUse', { who: rows.map(({ name }) => name).join(', ') }));
  });
}
