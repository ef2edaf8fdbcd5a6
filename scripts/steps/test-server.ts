import { openEmbeddedServer } from '#/scripts/database/embedded/server.ts';
import { atEnd } from './tool.ts';

/** The variables by which a runner finds the PostgreSQL server that its tests make their databases on. */
export type TestServer = () => Promise<{ TEST_DATABASE_URL: string }>;

/** What tests write is thrown away: the disk is not waited for. Benches wait for it, see `bench.ts`. */
const carefree = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: 300 };

/** Starts one when first asked, unless TEST_DATABASE_URL names another. */
export function provideTestServer(): TestServer {
  let url: Promise<string> | undefined;
  return async () => {
    url ??= process.env.TEST_DATABASE_URL ? Promise.resolve(process.env.TEST_DATABASE_URL) : startServer();
    return { TEST_DATABASE_URL: await url };
  };
}

async function startServer(): Promise<string> {
  const server = await openEmbeddedServer({ cluster: 'test', settings: carefree });
  atEnd(() => server.release());
  return server.adminUrl('postgres');
}
