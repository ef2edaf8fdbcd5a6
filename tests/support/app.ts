import { test as base, expect, type Page } from '@playwright/test';
import pg from 'pg';
import { BrowserFaults } from './browser-faults.ts';
import { type Product, startProduct } from './product.ts';
import { cloneTemplate, dropDatabase } from './template.ts';

export type Theme = 'paper' | 'night';
export type Locale = 'ru' | 'en';

interface TestFixtures {
  /** `test.use({ theme: 'night', locale: 'en' })`. */
  theme: Theme;
  language: Locale;
  /** Console errors, failed requests and CSP violations fail a test; `faults.expect(/401/)` lets one be. */
  faults: BrowserFaults;
}
interface WorkerFixtures {
  /** Variables of the product for the tests of a file: `test.use({ productEnv: { BOT_TOKEN: ... } })`. */
  productEnv: Readonly<Record<string, string>>;
  /** The real product of this worker, seeded like `npm start`: production build, web, worker, its own database. */
  app: Product;
  /** The product's database, looked at from outside. */
  database: pg.Pool;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  productEnv: [{}, { scope: 'worker', option: true }],
  app: [
    async ({ productEnv }, use, { parallelIndex }) => {
      const { TEST_DATABASE_URL: server = '', TEST_DATABASE_TEMPLATE: template = '' } = process.env;
      const databaseUrl = await cloneTemplate(server, template);
      const product = await startProduct({ databaseUrl, name: `e2e-${parallelIndex}`, env: productEnv });
      await use(product);
      await product.stop();
      await dropDatabase(databaseUrl);
    },
    { scope: 'worker', timeout: 90_000 },
  ],
  database: [
    async ({ app }, use) => {
      const pool = new pg.Pool({ connectionString: app.databaseUrl, max: 4 });
      await use(pool);
      await pool.end();
    },
    { scope: 'worker' },
  ],
  theme: ['paper', { option: true }],
  language: ['ru', { option: true }],
  baseURL: async ({ app }, use) => use(app.url),
  colorScheme: async ({ theme }, use) => use(theme === 'night' ? 'dark' : 'light'),
  faults: [
    async ({ context, app, theme, language }, use) => {
      const faults = new BrowserFaults();
      await faults.watch(context);
      await context.addCookies([
        { name: 'theme', value: theme, url: app.url },
        { name: 'locale', value: language, url: app.url },
      ]);
      await use(faults);
      expect(faults.unexpected(), 'faults in the browser').toEqual([]);
    },
    { auto: true },
  ],
});
export { expect };

/** A picture for people to look at: test-results/screens/<name>-<width>-<theme>.png. */
export async function saveScreen(page: Page, name: string, options: { fullPage?: boolean } = {}): Promise<void> {
  const width = page.viewportSize()?.width ?? 0;
  const theme = await page.evaluate(() => {
    const chosen = document.documentElement.dataset.theme;
    return chosen ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'night' : 'paper');
  });
  const path = `test-results/screens/${name}-${width}-${theme}.png`;
  await page.screenshot({ path, animations: 'disabled', caret: 'hide', ...options });
}
