import type { Mode } from '../embedded/databases.ts';
import type { Backup, Reason } from './backup.ts';

/** A copy's name says what it is: it is all that PostgreSQL and the disk keep of it. */
export function backupName(mode: Mode, reason: Reason, at: Date): string {
  const [day = '', time = ''] = at.toISOString().split('T');
  return `${mode}-${day.replaceAll('-', '')}-${time.slice(0, 8).replaceAll(':', '')}-${reason}`;
}

const namePattern = /^(demo|live|dev)-(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)-(manual|before-migration|before-restore)$/;

export function readBackupName(name: string): Pick<Backup, 'name' | 'mode' | 'reason' | 'madeAt'> | null {
  const parts = namePattern.exec(name);
  if (!parts) return null;
  const [, mode, year, month, day, hour, minute, second, reason] = parts;
  const madeAt = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return { name, mode: mode as Mode, reason: reason as Reason, madeAt };
}
