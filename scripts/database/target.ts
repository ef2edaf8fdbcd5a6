import { Explained } from '#/scripts/bootstrap/explained.mjs';
import { databaseNameOf } from './connect.ts';
import { type Addresses, ensureDatabase, type Mode } from './embedded/databases.ts';
import { type EmbeddedServer, openEmbeddedServer } from './embedded/server.ts';

/** The database that a command works on: ours, or one that was given by its address. */
export interface Target extends Addresses {
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

export async function openTarget(mode: Mode, given: GivenAddresses): Promise<Target> {
  if (given.url === null) {
    const server = await openEmbeddedServer();
    try {
      const addresses = await ensureDatabase(server, mode);
      return {
        ...addresses,
        mode,
        server,
        hasOwner: true,
        name: databaseNameOf(addresses.appUrl),
        release: () => server.release(),
      };
    } catch (error) {
      await server.release();
      throw error;
    }
  }
  if (!URL.canParse(given.url)) throw new Explained('DATABASE_URL');
  return {
    mode,
    server: null,
    ownerUrl: given.adminUrl ?? given.url,
    appUrl: given.url,
    hasOwner: given.adminUrl !== null,
    name: databaseNameOf(given.url),
    release: async () => {},
  };
}
