import { withClient } from '../connect.ts';
import type { Mode } from '../embedded/databases.ts';
import type { Target } from '../target.ts';
import { backupName } from './backup-name.ts';
import { keepNewest } from './keep.ts';
import { dumpWithPgDump, findPgDump } from './pg-dump.ts';
import { copyTables } from './table-files.ts';
import { copyAsTemplate } from './template-copy.ts';

/** Why it was made. Those that we make by ourselves are thinned out; a person's own stay until the person deletes them. */
export type Reason = 'manual' | 'before-migration' | 'before-restore';
/** How it was made, and so how it comes back. */
export type BackupKind = 'template' | 'pg_dump' | 'tables';

export interface Backup {
  /** `live-20261120-003012-manual` */
  readonly name: string;
  readonly mode: Mode;
  readonly reason: Reason;
  readonly kind: BackupKind;
  readonly madeAt: Date;
  readonly bytes: number;
}

/**
 * A restorable copy. On our own server a copy inside it, when nobody is connected; else pg_dump where one is found
 * that is new enough; else every table into a file.
 */
export async function makeBackup(target: Target, reason: Reason, now = new Date()): Promise<Backup> {
  const name = backupName(target.mode, reason, now);
  const backup = (await copyAsTemplate(target, name)) ?? (await dumpOutside(target, name));
  await keepNewest(target, reason);
  return { name, mode: target.mode, reason, madeAt: now, ...backup };
}

async function dumpOutside(target: Target, name: string): Promise<Pick<Backup, 'kind' | 'bytes'>> {
  const pgDump = await withClient(target.ownerUrl, (client) => findPgDump(client));
  return pgDump ? await dumpWithPgDump(target, name, pgDump) : await copyTables(target, name);
}
