import type { TestProject } from 'vitest/node';
import { ensureTemplate } from './template.ts';
import { testServerUrl } from './test-server-url.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    databaseServer: string;
    databaseTemplate: string;
  }
}

/** Once per run, before any test file: the migrated template that every file's database is copied from. */
export default async function setup(project: TestProject): Promise<void> {
  const server = testServerUrl();
  project.provide('databaseServer', server);
  project.provide('databaseTemplate', await ensureTemplate(server));
}
