import { mkdirSync } from 'node:fs';
import { ensureTemplate } from './template.ts';
import { testServerUrl } from './test-server-url.ts';

/** Once per Playwright run: the template that every worker's product gets its database from. */
export default async function setup(): Promise<void> {
  mkdirSync('test-results/screens', { recursive: true });
  const server = testServerUrl();
  // Workers are started after this and inherit the environment.
  process.env.TEST_DATABASE_URL = server;
  process.env.TEST_DATABASE_TEMPLATE = await ensureTemplate(server);
}
