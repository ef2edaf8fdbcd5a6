import { mkdirSync } from 'node:fs';
import { provideTestServer } from '#/scripts/steps/test-server.ts';
import { endAll } from '#/scripts/steps/tool.ts';
import { ensureTemplate } from './template.ts';

/** Once per Playwright run: the template that every worker's product gets its database from. */
export default async function setup(): Promise<() => Promise<void>> {
  mkdirSync('test-results/screens', { recursive: true });
  const { TEST_DATABASE_URL: server } = await provideTestServer()();
  // Workers are started after this and inherit the environment.
  process.env.TEST_DATABASE_URL = server;
  process.env.TEST_DATABASE_TEMPLATE = await ensureTemplate(server);
  return endAll;
}
