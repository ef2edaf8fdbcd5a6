import { expectNoAxeViolations } from '#/tests/support/accessibility.ts';
import { expect, test } from '#/tests/support/app.ts';
import { testBotToken } from '#/tests/support/mini-app.ts';
import { screens } from '#/tests/support/screens.ts';
import { makeAdmin, signInSomebody } from '#/tests/support/sign-in.ts';
import { miniAppAddress, standInTelegram } from '#/tests/support/telegram-client.ts';

test.use({ productEnv: { BOT_TOKEN: testBotToken, TELEGRAM_API_ROOT: 'http://127.0.0.1:9' } });

for (const theme of ['paper', 'night'] as const) {
  for (const language of ['ru', 'en'] as const) {
    test.describe(`${theme}, ${language}`, () => {
      test.use({ theme, language });
      for (const path of screens.open) {
        test(`@desktop @phone ${path}`, async ({ page }) => {
          await page.goto(path);
          await expectNoAxeViolations(page);
        });
      }
      for (const path of screens.desk) {
        test(`@desktop @phone ${path}`, async ({ page, app }) => {
          await signInSomebody(page, app.url);
          await page.goto(path);
          await expectNoAxeViolations(page);
        });
      }
      for (const path of screens.admin) {
        test(`@desktop @phone ${path}`, async ({ page, app, database }) => {
          const { userId } = await signInSomebody(page, app.url);
          await makeAdmin(database, userId);
          await page.goto(path.replace('[id]', userId));
          await expect(page.locator('.skeleton')).toHaveCount(0);
          await expectNoAxeViolations(page);
        });
      }
      for (const path of screens.miniApp) {
        test(`@phone ${path}`, async ({ page }) => {
          await standInTelegram(page);
          const person = { id: 820_000_001, username: 'axe' };
          await page.goto(miniAppAddress(path, person, theme === 'night' ? 'dark' : 'light'));
          await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
          await expectNoAxeViolations(page);
        });
      }
    });
  }
}
