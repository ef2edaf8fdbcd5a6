import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { Explained } from '#/scripts/bootstrap/explained.mjs';
import { say } from '#/scripts/terminal/say.ts';
import { note } from '#/scripts/terminal/step.mjs';

/** The user under which the server runs. Empty for ourselves: PostgreSQL only refuses root. */
export interface ServerUser {
  readonly uid?: number;
  readonly gid?: number;
}
const userName = 'postgres';

/** `dataFolder`: where data may lie already; it stays with whoever owns it. */
export function findServerUser(dataFolder: string | null): ServerUser {
  if (process.getuid?.() !== 0) return {};
  const owner = dataFolder ? ownerOf(dataFolder) : null;
  if (owner && owner.uid !== 0) return owner;
  return lookUp() ?? create();
}

function ownerOf(folder: string): Required<ServerUser> | null {
  const found = statSync(folder, { throwIfNoEntry: false });
  return found ? { uid: found.uid, gid: found.gid } : null;
}

function create(): ServerUser {
  // Said before it is done: nobody likes to find a new user on their machine.
  note(say('postgres.label'), say('postgres.creatingUser', { user: userName }));
  const attempts: [string, string[]][] = [
    ['useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', userName]],
    ['adduser', ['-S', '-D', '-H', userName]],
  ];
  for (const [command, args] of attempts) {
    spawnSync(command, args, { stdio: 'ignore' });
    const user = lookUp();
    if (user) return user;
  }
  throw new Explained(say('postgres.userFailed', { user: userName }));
}

function lookUp(): ServerUser | null {
  const [uid, gid] = ['-u', '-g'].map((flag) => {
    const run = spawnSync('id', [flag, userName], { encoding: 'utf8' });
    return run.status === 0 ? Number(run.stdout) : null;
  });
  return uid && gid ? { uid, gid } : null;
}

/** Whether that user gets into a folder, whoever owns the folders above it. */
export function mayEnter(user: ServerUser, folder: string): boolean {
  const run = spawnSync('/bin/sh', ['-c', 'cd -- "$1" && [ -w . ]', 'sh', folder], {
    ...user,
    cwd: '/',
    stdio: 'ignore',
  });
  return run.status === 0;
}
