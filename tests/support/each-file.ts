import { afterAll, afterEach, beforeEach } from 'vitest';
import { failOnUnexpectedOutput, watchConsole } from './console.ts';
import { closeTestDatabases } from './database.ts';

beforeEach(watchConsole);
afterEach(failOnUnexpectedOutput);
afterAll(closeTestDatabases);
