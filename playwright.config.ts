import { defineConfig, devices } from '@playwright/test';
import { findChromium, thisMachine } from './scripts/steps/chromium.ts';

/** `npm test` says which Chromium; by hand (`npx playwright test`) it is looked for. */
const executablePath = process.env.CHROMIUM_PATH || findChromium(thisMachine) || undefined;

export default defineConfig({
  // Long campaigns bring their own specs (tests/long).
  testDir: process.env.PLAYWRIGHT_TESTS ?? 'tests/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/e2e',
  globalSetup: './tests/support/each-browser-run.ts',
  // Each worker starts a product of its own: tests of two workers share no row.
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  // Bounds for what hangs, wide enough for a busy machine; budgets are measured where they are promised.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: {
    locale: 'ru-RU',
    timezoneId: 'Europe/Moscow',
    actionTimeout: 20_000,
    navigationTimeout: 30_000,
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'desktop', grep: /^(?!.*@phone)|@desktop/, use: { viewport: { width: 1440, height: 900 } } },
    // A test says that it is about the phone (@phone), or about both (@desktop @phone).
    {
      name: 'phone',
      grep: /@phone/,
      use: { ...devices['Pixel 7'], viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 },
    },
  ],
});
