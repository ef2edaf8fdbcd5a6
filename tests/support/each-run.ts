import type { TestProject } from 'vitest/node';
import { ensureTemplate } from './template.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    databaseServer: string;
    databaseTemplate: string;
  }
}

/** Once per run, before any test file: the migrated template that every file's database is copied from. */
export default async function setup(project: TestProject): Promise<void> {
  const server = process.env.TEST_DATABASE_URL ?? 'postgresql://app:app@127.0.0.1:54400/postgres';
  project.provide('databaseServer', server);
  project.provide('databaseTemplate', await ensureTemplate(server));
}
