import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { Explained } from '#/scripts/bootstrap/explained.mjs';
import { project } from '#/scripts/project.ts';
import { say } from '#/scripts/terminal/say.ts';
import { note } from '#/scripts/terminal/step.mjs';
import { type Binaries, packagedBinaries, program } from './binaries.ts';
import { findServerUser, mayEnter, type ServerUser } from './server-user.ts';

/** Where one server of this project lives: `data` inside, and its roles' passwords beside the data they open. */
export interface Home {
  readonly cluster: Cluster;
  readonly folder: string;
  readonly data: string;
  readonly user: ServerUser;
  readonly binaries: Binaries;
}
/** `main` holds demo, live and development; tests have one without its care for the disk, benches one with it. */
export type Cluster = 'main' | 'test' | 'bench';

const outsideParents = ['/var/lib/stardesk', '/var/tmp/stardesk'];

export function openHome(cluster: Cluster): Home {
  const recorded = readRecord(cluster) ?? inside(cluster);
  const user = findServerUser(path.join(recorded, 'data'));
  mkdirSync(recorded, { recursive: true, mode: 0o700 });
  for (const one of [...(recorded === inside(cluster) ? [path.dirname(recorded)] : []), recorded]) own(one, user);
  const folder = mayEnter(user, recorded) ? recorded : moveOutside(cluster, recorded, user);
  writeRecord(cluster, folder);
  return { cluster, folder, data: path.join(folder, 'data'), user, binaries: reachableBinaries(user, folder) };
}

/** Whether a start has made this server's data already. */
export function hasData(cluster: Cluster): boolean {
  return existsSync(path.join(readRecord(cluster) ?? inside(cluster), 'data'));
}

const inside = (cluster: Cluster) => path.join(project.own, 'postgres', cluster);
const recordPath = (own: string, cluster: Cluster) => path.join(own, `postgres-${cluster}.json`);

function own(folder: string, { uid, gid }: ServerUser): void {
  if (uid !== undefined && gid !== undefined) chownSync(folder, uid, gid);
}

/** The project lies where only root may go. The name is random: a folder made anew must not find older data. */
function moveOutside(cluster: Cluster, from: string, user: ServerUser): string {
  if (user.uid === undefined) throw new Explained(say('postgres.notYours', { folder: from }));
  const name = `${path.basename(project.root)}-${cluster}-${randomBytes(4).toString('hex')}`;
  const parent = outsideParents.find(isMakeable);
  if (!parent) throw new Explained(say('postgres.noPlace', { folders: outsideParents.join(', ') }));
  const folder = path.join(parent, name);
  note(say('postgres.label'), say('postgres.outside', { folder }));
  mkdirSync(folder, { mode: 0o700 });
  own(folder, user);
  // Data is here when the folder was closed (or moved) after the first start: it goes along.
  if (existsSync(path.join(from, 'data'))) {
    const copied = spawnSync('cp', ['-a', path.join(from, 'data'), folder], { encoding: 'utf8' });
    if (copied.status !== 0) throw new Explained(copied.stderr);
    cpSync(path.join(from, 'roles.json'), path.join(folder, 'roles.json'));
  }
  rmSync(from, { recursive: true });
  return folder;
}

function isMakeable(folder: string): boolean {
  try {
    // Whatever the umask: the server's user passes through.
    if (mkdirSync(folder, { recursive: true }) !== undefined) chmodSync(folder, 0o755);
    return true;
  } catch {
    return false;
  }
}

/**
 * A copied project folder brings the record along: a home outside belongs to the project that made it,
 * as long as that project still says so.
 */
function readRecord(cluster: Cluster): string | null {
  const record = parseRecord(project.own, cluster);
  if (!record || record.folder === null) return null;
  if (record.own === project.own) return record.folder;
  return parseRecord(record.own, cluster)?.folder === record.folder ? null : record.folder;
}

interface PlaceRecord {
  /** The `.stardesk` that this was written in. */
  readonly own: string;
  /** `null`: the place inside, which moves with it. */
  readonly folder: string | null;
}

function parseRecord(own: string, cluster: Cluster): PlaceRecord | null {
  const file = recordPath(own, cluster);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as PlaceRecord) : null;
}

function writeRecord(cluster: Cluster, folder: string): void {
  const record: PlaceRecord = { own: project.own, folder: folder === inside(cluster) ? null : folder };
  writeFileSync(recordPath(project.own, cluster), `${JSON.stringify(record, null, 2)}\n`);
}

/** The packaged programs where their user can run them, else a copy of them in the home. */
function reachableBinaries(user: ServerUser, folder: string): Binaries {
  const packaged = packagedBinaries();
  if (user.uid === undefined || runsAs(user, packaged)) return packaged;
  const copy = { folder: path.join(folder, `postgresql-${packaged.version}`), version: packaged.version };
  if (runsAs(user, copy)) return copy;
  const half = `${copy.folder}.${process.pid}`;
  cpSync(packaged.folder, half, { recursive: true, verbatimSymlinks: true });
  spawnSync('chmod', ['-R', 'a+rX', half]);
  rmSync(copy.folder, { recursive: true, force: true });
  renameSync(half, copy.folder);
  if (!runsAs(user, copy)) throw new Explained(say('postgres.cannotRun', { folder: copy.folder }));
  return copy;
}

function runsAs(user: ServerUser, binaries: Binaries): boolean {
  return spawnSync(program(binaries, 'postgres'), ['--version'], { ...user, cwd: '/', stdio: 'ignore' }).status === 0;
}
