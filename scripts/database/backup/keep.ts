import type { Target } from '../target.ts';
import type { Backup, Reason } from './backup.ts';
import { dropFolder } from './backup-folder.ts';
import { listBackups } from './list.ts';
import { dropTemplate } from './template-copy.ts';

export const kept = 3;

/** Of the copies that we make by ourselves the newest three stay, for each mode and reason. */
export async function keepNewest(target: Target, reason: Reason): Promise<void> {
  for (const backup of surplus(await listBackups(target.server), target.mode, reason)) {
    if (backup.kind !== 'template') dropFolder(backup.name);
    else if (target.server) await dropTemplate(target.server, backup.name);
  }
}

export function surplus(newestFirst: readonly Backup[], mode: Backup['mode'], reason: Reason): Backup[] {
  if (reason === 'manual') return [];
  return newestFirst.filter((one) => one.mode === mode && one.reason === reason).slice(kept);
}
