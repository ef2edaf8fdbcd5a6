import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { Explained } from '#/scripts/bootstrap/explained.mjs';
import { lockFile } from '#/scripts/bootstrap/file-lock.mjs';
import { project } from '#/scripts/project.ts';
import { say } from '#/scripts/terminal/say.ts';
import { type Cluster, type Home, openHome } from './home.ts';
import { adminRole, initialise, type Roles } from './initialise.ts';
import { runServer, type Settings } from './run-server.ts';
import { isAlive } from './server-state.ts';
import { stopUnlessUsed } from './stop-server.ts';

/** Our own PostgreSQL 18. Any number of commands may use it at once; the last one to leave stops it. */
export interface EmbeddedServer {
  readonly home: Home;
  readonly roles: Roles;
  readonly port: number;
  readonly version: string;
  /** Superuser's address of a database. */
  adminUrl(database: string): string;
  urlFor(role: string, password: string, database: string): string;
  isRunning(): boolean;
  /** After it was killed under us: on the same data, perhaps on another port. */
  restart(): Promise<void>;
  release(): Promise<void>;
}

export async function openEmbeddedServer({
  cluster = 'main',
  settings = {},
}: {
  cluster?: Cluster;
  settings?: Settings;
} = {}): Promise<EmbeddedServer> {
  mkdirSync(project.locks, { recursive: true });
  const lockOf = (purpose: string) => path.join(project.locks, `postgres-${cluster}-${purpose}`);
  // Exclusive only while the last user stops the server.
  let using = await lockFile(lockOf('users'), { shared: true, waitMs: 30_000 });
  if (!using) throw new Explained(say('postgres.busy'));
  try {
    const home = openHome(cluster);
    const { roles, ...started } = await oneAtATime(lockOf('start'), async () => ({
      roles: initialise(home),
      live: await runServer(home, settings),
    }));
    let { live } = started;
    const urlFor = (role: string, password: string, database: string) =>
      `postgresql://${role}:${password}@127.0.0.1:${live.port}/${database}`;
    return {
      home,
      roles,
      get port() {
        return live.port;
      },
      version: home.binaries.version.split('.').slice(0, 2).join('.'),
      adminUrl: (database) => urlFor(adminRole, roles.admin, database),
      urlFor,
      isRunning: () => isAlive(live.pid),
      async restart() {
        live = await oneAtATime(lockOf('start'), () => runServer(home, settings, live.port));
      },
      async release() {
        if (!using) return;
        using.release();
        using = null;
        await stopUnlessUsed(lockOf('users'), home);
      },
    };
  } catch (error) {
    using.release();
    throw error;
  }
}

async function oneAtATime<Value>(file: string, work: () => Promise<Value>): Promise<Value> {
  const lock = await lockFile(file, { waitMs: 90_000 });
  if (!lock) throw new Explained(say('postgres.busy'));
  try {
    return await work();
  } finally {
    lock.release();
  }
}
