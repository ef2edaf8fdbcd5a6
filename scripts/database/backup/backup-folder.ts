import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { project } from '#/scripts/project.ts';
import type { BackupKind } from './backup.ts';

/** A copy in files: a folder that only we may read, finished when its manifest is there. */
export interface Manifest {
  readonly kind: Exclude<BackupKind, 'template'>;
  readonly database: string;
  /** Applied migrations, in their order: what the data fits. */
  readonly migrations: readonly { name: string; checksum: string }[];
  /** Version of the queue's tables; null when they are not in the copy. */
  readonly queueVersion: number | null;
  readonly tables: readonly TableFile[];
  readonly sequences: readonly { name: string; value: string; called: boolean }[];
}
export interface TableFile {
  readonly schema: string;
  readonly name: string;
  readonly columns: readonly string[];
  readonly file: string;
}

export const folderOf = (name: string) => path.join(project.backups, name);

/** `fill` writes into a folder apart; it gets its name when all of it is there. */
export async function writeBackupFolder(
  name: string,
  fill: (folder: string) => Promise<Manifest>,
): Promise<{ bytes: number }> {
  const half = `${folderOf(name)}.half`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { recursive: true, mode: 0o700 });
  try {
    const manifest = await fill(half);
    writeFileSync(path.join(half, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
    renameSync(half, folderOf(name));
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    throw error;
  }
  return { bytes: sizeOf(folderOf(name)) };
}

export function readManifest(name: string): Manifest | null {
  const file = path.join(folderOf(name), 'manifest.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Manifest) : null;
}

export function listFolders(): { name: string; kind: BackupKind; bytes: number }[] {
  if (!existsSync(project.backups)) return [];
  return readdirSync(project.backups).flatMap((name) => {
    const manifest = readManifest(name);
    return manifest ? [{ name, kind: manifest.kind, bytes: sizeOf(folderOf(name)) }] : [];
  });
}

export function dropFolder(name: string): void {
  rmSync(folderOf(name), { recursive: true, force: true });
}

function sizeOf(folder: string): number {
  return readdirSync(folder).reduce((sum, file) => sum + statSync(path.join(folder, file)).size, 0);
}
