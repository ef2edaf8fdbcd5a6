import { defineConfig } from 'vitest/config';

const tests = ['{server,worker,app,sandbox,scripts,deploy}/**/*.test.{ts,tsx}', 'tests/**/*.test.ts'];
const timed = '**/*.timed.test.ts';
const notOurs = ['**/node_modules/**', '**/.*/**'];

export default defineConfig({
  test: {
    globalSetup: ['tests/support/each-run.ts'],
    setupFiles: ['tests/support/each-file.ts'],
    environment: 'node',
    pool: 'forks',
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // A test that was left out or left alone is a hole that nobody sees.
    allowOnly: false,
    passWithNoTests: false,
    projects: [
      {
        extends: true,
        test: {
          name: 'tests',
          include: tests,
          exclude: [...notOurs, timed],
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      // What compares measured times has the machine to itself, after all others.
      {
        extends: true,
        test: { name: 'timed', include: [timed], exclude: notOurs, maxWorkers: 1, sequence: { groupOrder: 1 } },
      },
    ],
  },
});
