import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{server,worker,app,sandbox,scripts,deploy}/**/*.test.{ts,tsx}', 'tests/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/.*/**'],
    globalSetup: ['tests/support/each-run.ts'],
    setupFiles: ['tests/support/each-file.ts'],
    environment: 'node',
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 30_000,
    // A test that was left out or left alone is a hole that nobody sees.
    allowOnly: false,
    passWithNoTests: false,
  },
});
