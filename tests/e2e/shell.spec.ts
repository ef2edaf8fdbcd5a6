import { expectNoAxeViolations } from '#/tests/support/accessibility.ts';
import { expect, test } from '#/tests/support/app.ts';
import { signInSomebody } from '#/tests/support/sign-in.ts';

const palette = '.palette';

test('the palette changes the theme at once, and the person’s menu knows', async ({ page, app }) => {
  await signInSomebody(page, app.url);
  await page.goto('/app');
  await expect(page.getByText('на связи')).toBeVisible();
  await page.keyboard.press('Control+KeyK');
  await expect(page.locator(palette)).toBeVisible();
  await page.keyboard.type('ntvf ,ev');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'paper');
  await page.keyboard.press('Control+KeyK');
  await expect(page.locator(palette)).toBeVisible();
  await page.keyboard.type('ночь');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'night');
  await page.locator('.me-button').click();
  await expect(page.getByRole('menuitemradio', { name: 'Ночь' })).toBeChecked();
  await expectNoAxeViolations(page);
});

test('a choice that the server could not keep is said, and stays in this browser', async ({ page, app, faults }) => {
  await signInSomebody(page, app.url);
  await page.goto('/app');
  await expect(page.getByText('на связи')).toBeVisible();
  faults.expect(/500|me\.update/);
  await page.route('**/api/trpc/me.update', (route) => route.fulfill({ status: 500, body: '{}' }));
  await page.locator('.me-button').click();
  await page.getByRole('menuitemradio', { name: 'Ночь' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'night');
  await expect(page.getByText(/Сервер не отвечает/).first()).toBeVisible();
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'night');
});

test('the first Tab leads past the rail to the content', async ({ page, app }) => {
  await signInSomebody(page, app.url);
  await page.goto('/app');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'К содержанию' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('#content')).toBeFocused();
});

test('what was opened last comes first in the palette', async ({ page, app }) => {
  await signInSomebody(page, app.url);
  await page.goto('/app');
  await expect(page.getByText('на связи')).toBeVisible();
  await page.keyboard.press('Control+KeyK');
  await expect(page.locator(palette)).toBeVisible();
  await page.keyboard.type('настройки');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/app/settings');
  await page.keyboard.press('Control+KeyK');
  await expect(page.getByRole('group', { name: 'Недавнее' }).getByRole('option')).toContainText('Настройки');
});

test('by thumb: pages at the bottom, the rest and the way out behind «Ещё» @phone', async ({ page, app, faults }) => {
  // The page hears of its own end over the live channel and asks once more.
  faults.expect(/401/);
  await signInSomebody(page, app.url);
  await page.goto('/app');
  const bar = page.locator('.bottom-bar');
  await expect(bar.getByRole('link', { name: 'Обзор' })).toHaveAttribute('aria-current', 'page');
  await bar.getByRole('link', { name: 'Настройки' }).click();
  await page.waitForURL('**/app/settings');
  await expect(bar.getByRole('link', { name: 'Настройки' })).toHaveAttribute('aria-current', 'page');
  await bar.getByRole('button', { name: 'Ещё' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('radio', { name: 'English' }).check();
  await expect(bar.getByRole('link', { name: 'Settings', includeHidden: true })).toBeAttached();
  await sheet.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL('**/login');
});
