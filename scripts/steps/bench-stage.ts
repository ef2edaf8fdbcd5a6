import { openEmbeddedServer } from '#/scripts/database/embedded/server.ts';
import type { BenchStage } from '#/tests/bench/bench.ts';
import { testDeps } from '#/tests/support/deps.ts';
import { startProduct } from '#/tests/support/product.ts';
import { cloneTemplate, dropDatabase, ensureTemplate } from '#/tests/support/template.ts';
import { provideChromium, thisMachine } from './chromium.ts';
import { atEnd } from './tool.ts';

/** As at `npm start`: commits reach the disk. */
let server: Promise<string> | undefined;
async function startServer(): Promise<string> {
  const embedded = await openEmbeddedServer({ cluster: 'bench', settings: { max_connections: 300 } });
  atEnd(() => embedded.release());
  return embedded.adminUrl('postgres');
}

export function openStage(say: (line: string) => void): BenchStage & { close(): Promise<void> } {
  const endings: (() => Promise<void>)[] = [];
  const freshDatabase = async () => {
    server ??= process.env.TEST_DATABASE_URL ? Promise.resolve(process.env.TEST_DATABASE_URL) : startServer();
    const url = await cloneTemplate(await server, await ensureTemplate(await server));
    endings.unshift(() => dropDatabase(url));
    return url;
  };
  let products = 0;
  return {
    say,
    async database(options) {
      const made = testDeps(await freshDatabase(), { ...options, env: { LOG_LEVEL: 'warn', ...options?.env } });
      endings.unshift(() => made.database.close());
      return made;
    },
    async product(options) {
      const databaseUrl = options?.databaseUrl ?? (await freshDatabase());
      const product = await startProduct({ name: `bench-${++products}`, ...options, databaseUrl });
      endings.unshift(() => product.stop());
      return product;
    },
    async chromium() {
      const found = await provideChromium(thisMachine, true);
      if ('reason' in found) throw new Error(found.reason);
      return found.path;
    },
    async close() {
      for (const ending of endings.splice(0)) await ending();
    },
  };
}
