import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Explained } from '#/scripts/bootstrap/explained.mjs';
import { say } from '#/scripts/terminal/say.ts';
import { program, programEnvironment } from './binaries.ts';
import type { Home } from './home.ts';

/** The roles of one server and their passwords. Whoever holds this file holds the data: mode 0600, beside the data. */
export interface Roles {
  /** Superuser: makes roles, databases, copies. */
  readonly admin: string;
  /** Owns the tables: migrations. */
  readonly owner: string;
  /** What web and worker use; one a mode, so that the demo cannot even open the real database. */
  readonly app: Readonly<Record<string, string>>;
}
export const adminRole = 'stardesk_admin';
const major = '18';

export function initialise(home: Home): Roles {
  const rolesPath = path.join(home.folder, 'roles.json');
  if (existsSync(path.join(home.data, 'PG_VERSION'))) {
    const found = readFileSync(path.join(home.data, 'PG_VERSION'), 'utf8').trim();
    if (found !== major) throw new Explained(say('postgres.otherMajor', { found, major, folder: home.data }));
    return JSON.parse(readFileSync(rolesPath, 'utf8')) as Roles;
  }
  const roles: Roles = {
    admin: newPassword(),
    owner: newPassword(),
    app: { demo: newPassword(), live: newPassword(), dev: newPassword() },
  };
  writeFileSync(rolesPath, `${JSON.stringify(roles, null, 2)}\n`, { mode: 0o600 });
  makeData(home, roles.admin);
  return roles;
}

/** Made apart and put in place in one move: a first start killed half-way leaves nothing that looks finished. */
function makeData(home: Home, password: string): void {
  const half = `${home.data}.half`;
  const passwordFile = path.join(home.folder, '.password');
  rmSync(half, { recursive: true, force: true });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (home.user.uid !== undefined && home.user.gid !== undefined) chownSync(passwordFile, home.user.uid, home.user.gid);
  const run = spawnSync(
    program(home.binaries, 'initdb'),
    // Built-in C.UTF-8: the same order everywhere, and Cyrillic letters have their lower case.
    ['-D', half, '-U', adminRole, '--pwfile', passwordFile, '--auth=scram-sha-256', '--encoding=UTF8'].concat([
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      '--no-instructions',
    ]),
    { ...home.user, cwd: home.folder, encoding: 'utf8', env: programEnvironment },
  );
  rmSync(passwordFile);
  if (run.status !== 0) throw new Explained(say('postgres.initFailed', { why: run.stderr || String(run.error) }));
  renameSync(half, home.data);
}

function newPassword(): string {
  return randomBytes(24).toString('base64url');
}
