import type { TestProject } from 'vitest/node';
import { provideTestServer } from '#/scripts/steps/test-server.ts';
import { endAll } from '#/scripts/steps/tool.ts';
import { ensureTemplate } from './template.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    databaseServer: string;
    databaseTemplate: string;
  }
}

/**
 * Once per run, before any test file: the migrated template that every file's database is copied from.
 * `npm test` names its server; by hand (`npx vitest run server/ledger`) one is started and stopped here.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { TEST_DATABASE_URL: server } = await provideTestServer()();
  project.provide('databaseServer', server);
  project.provide('databaseTemplate', await ensureTemplate(server));
  return endAll;
}
