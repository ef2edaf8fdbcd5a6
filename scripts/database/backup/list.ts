import type { EmbeddedServer } from '../embedded/server.ts';
import type { Backup } from './backup.ts';
import { listFolders } from './backup-folder.ts';
import { readBackupName } from './backup-name.ts';
import { listTemplates } from './template-copy.ts';

/** Everything that can be restored, newest first. */
export async function listBackups(server: EmbeddedServer | null): Promise<Backup[]> {
  const templates = server ? await listTemplates(server) : [];
  return [...templates.map((one) => ({ ...one, kind: 'template' as const })), ...listFolders()]
    .flatMap((one) => {
      const named = readBackupName(one.name);
      return named ? [{ ...one, ...named }] : [];
    })
    .sort((left, right) => right.madeAt.getTime() - left.madeAt.getTime());
}
