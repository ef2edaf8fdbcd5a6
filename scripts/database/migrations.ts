import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { project } from '#/scripts/project.ts';

/** One step of the database's history, in Prisma's layout: `<name>/migration.sql`. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
  /** As Prisma keeps it: sha256 of the file's bytes. */
  readonly checksum: string;
}

/** In the order of their names: `0001_foundation`, `0002_...`. */
export function readMigrations(folder: string = project.migrations): Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const bytes = readFileSync(path.join(folder, name, 'migration.sql'));
      const sql = bytes.toString('utf8');
      // It would end the transaction that makes a migration all or nothing.
      if (/^\s*(BEGIN|COMMIT|ROLLBACK)\s*;/im.test(sql))
        throw new Error(`${name}: no transaction control in migrations`);
      return { name, sql, checksum: createHash('sha256').update(bytes).digest('hex') };
    });
}
