import { setTimeout as sleep } from 'node:timers/promises';
import { Explained } from '#/scripts/bootstrap/explained.mjs';
import { say } from '#/scripts/terminal/say.ts';
import { databaseNameOf, withClient } from './connect.ts';
import { databaseOf, ensureDatabase, type Mode } from './embedded/databases.ts';
import { type EmbeddedServer, openEmbeddedServer } from './embedded/server.ts';

/** The database that a command works on: ours, or one that was given by its address. */
export interface Target {
  /** Owner of the tables: migrations, copies. */
  readonly ownerUrl: string;
  /** What web and worker get. */
  readonly appUrl: string;
  readonly mode: Mode;
  /** null: the server is not ours. */
  readonly server: EmbeddedServer | null;
  /** Where the owner and the application are two roles, history is protected by rights as well. */
  readonly hasOwner: boolean;
  readonly name: string;
  release(): Promise<void>;
}

export interface GivenAddresses {
  readonly url: string | null;
  readonly adminUrl: string | null;
}

export async function openTarget(mode: Mode, given: GivenAddresses, signal?: AbortSignal): Promise<Target> {
  return given.url === null ? openOurs(mode) : openGiven(mode, given.url, given.adminUrl, signal);
}

async function openOurs(mode: Mode): Promise<Target> {
  const server = await openEmbeddedServer();
  try {
    const addresses = await ensureDatabase(server, mode);
    return {
      // Asked anew each time: a server that was killed may come back on another port.
      get ownerUrl() {
        return addresses.ownerUrl();
      },
      get appUrl() {
        return addresses.appUrl();
      },
      mode,
      server,
      hasOwner: true,
      name: databaseOf(mode),
      release: () => server.release(),
    };
  } catch (error) {
    await server.release();
    throw error;
  }
}

async function openGiven(mode: Mode, url: string, adminUrl: string | null, signal?: AbortSignal): Promise<Target> {
  for (const one of adminUrl === null ? [url] : [url, adminUrl]) await reach(one, signal);
  return {
    mode,
    server: null,
    ownerUrl: adminUrl ?? url,
    appUrl: url,
    hasOwner: adminUrl !== null,
    name: databaseNameOf(url),
    release: async () => {},
  };
}

const reachWithinMs = 20_000;

/** A database of another machine or container may come up after us; one that refuses us is told at once. */
async function reach(url: string, signal?: AbortSignal): Promise<void> {
  const giveUpAt = performance.now() + reachWithinMs;
  for (;;) {
    try {
      return await withClient(url, async () => {});
    } catch (error) {
      const { code = '', message } = error as NodeJS.ErrnoException;
      // 57P03: it is just starting.
      const comesLater = /^(E[A-Z]+|57P03)$/.test(code) || /timeout|terminated/i.test(message);
      if (!comesLater || performance.now() > giveUpAt) {
        const { host } = new URL(url);
        throw new Explained(
          say('database.unreachable', { where: `${host}/${databaseNameOf(url)}`, why: message || code }),
        );
      }
      await sleep(500, undefined, { signal });
    }
  }
}
