import type { Page } from '@playwright/test';
import { expectNoAxeViolations } from '#/tests/support/accessibility.ts';
import { expect, saveScreen, test } from '#/tests/support/app.ts';
import { testBotToken } from '#/tests/support/mini-app.ts';
import { miniAppAddress, pressTelegram, saidToTelegram, standInTelegram } from '#/tests/support/telegram-client.ts';
import { expectFitsPhones, expectThumbTargets } from '#/tests/support/thumb.ts';

// The bot is needed for its token alone, which Telegram's proofs are made with: nobody answers at its address.
test.use({ productEnv: { BOT_TOKEN: testBotToken, TELEGRAM_API_ROOT: 'http://127.0.0.1:9' } });

async function open(page: Page, path: string, id: number, theme: 'light' | 'dark' = 'light') {
  await standInTelegram(page);
  await page.goto(miniAppAddress(path, { id, username: `anna_${id}` }, theme));
}

test('@phone opens for whom Telegram vouches, in Telegram’s colours', async ({ page }) => {
  await open(page, '/tg', 810_000_001, 'dark');
  await expect(page.getByRole('heading', { name: 'Здравствуйте, Анна' })).toBeVisible();
  await expect(page.locator('.plate').first()).toHaveCSS('background-color', 'rgb(23, 33, 43)');
  expect(await saidToTelegram(page)).toContain('web_app_ready');
  await expectNoAxeViolations(page);
  await expectThumbTargets(page);
  await saveScreen(page, 'mini-app-now');
  await expectFitsPhones(page);
});

test('@phone saves the name by Telegram’s own button, which is there only while something changed', async ({
  page,
  database,
}) => {
  await open(page, '/tg', 810_000_002);
  await page.getByRole('link', { name: 'Профиль' }).click();
  await page.getByLabel('Как вас называть').fill('Анна Ли');
  await expect
    .poll(() => saidToTelegram(page, 'web_app_setup_main_button'))
    .toMatchObject({ is_visible: true, text: 'Сохранить' });
  await pressTelegram(page, 'main_button_pressed');
  await expect(page.getByText('Сохранено')).toBeVisible();
  await expect.poll(() => saidToTelegram(page, 'web_app_setup_main_button')).toMatchObject({ is_visible: false });
  const { rows } = await database.query('SELECT display_name FROM users WHERE telegram_id = 810000002');
  expect(rows).toEqual([{ display_name: 'Анна Ли' }]);
  await expectNoAxeViolations(page);
});

test('@phone makes a code for the site; Telegram’s back leads to the tab', async ({ page }) => {
  await open(page, '/tg', 810_000_003);
  await page.getByRole('link', { name: /Связать с сайтом/ }).click();
  await expect.poll(() => saidToTelegram(page, 'web_app_setup_back_button')).toMatchObject({ is_visible: true });
  await pressTelegram(page, 'main_button_pressed');
  await expect(page.locator('.mini-app-code')).toHaveText(/\S{4,}/);
  await expectNoAxeViolations(page);
  await saveScreen(page, 'mini-app-link');
  await pressTelegram(page, 'back_button_pressed');
  await expect(page.getByRole('heading', { name: 'Здравствуйте, Анна' })).toBeVisible();
});

test('@phone a forged proof is refused in words, and nobody is made', async ({ page, database, faults }) => {
  faults.expect(/401/);
  await standInTelegram(page);
  await page.goto(
    miniAppAddress(
      '/tg',
      { id: 810_000_004, username: 'eva' },
      'light',
      '987654321:BBforged-forged-forged-forged-forged',
    ),
  );
  await expect(page.getByText('Telegram не подтвердил вход')).toBeVisible();
  const { rows } = await database.query('SELECT 1 FROM users WHERE telegram_id = 810000004');
  expect(rows).toEqual([]);
});

test('@phone a plain browser is told where to go', async ({ page }) => {
  await page.goto('/tg');
  await expect(page.getByRole('heading', { name: 'Это Mini App' })).toBeVisible();
  await expectNoAxeViolations(page);
});
