import { say } from '#/scripts/terminal/say.ts';
import type { Backup } from './backup.ts';

/** One line: its name, what it is, how large. */
export function describeBackup({ name, kind, bytes }: Pick<Backup, 'name' | 'kind' | 'bytes'>): string {
  return `${name}  ${say(`backup.kind.${kind}`)}  ${formatBytes(bytes)}`;
}

function formatBytes(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
