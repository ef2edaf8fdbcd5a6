import { expectNoAxeViolations } from '#/tests/support/accessibility.ts';
import { expect, saveScreen, test } from '#/tests/support/app.ts';
import { expectFitsPhones, expectThumbTargets } from '#/tests/support/thumb.ts';

test('opens the demo with one click, without a word typed', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Открыть демо' }).click();
  await page.waitForURL('/app', { timeout: 10_000 });
  // Whoever is signed in is offered the desk, not the door.
  await page.goto('/');
  await expect(page.getByRole('button', { name: 'Открыть демо' })).toHaveCount(0);
  await expect(page.getByRole('main').getByRole('link', { name: 'Открыть стол' })).toBeVisible();
});

test('tells what this server is set to', async ({ page }) => {
  await page.goto('/');
  const server = page.getByRole('complementary', { name: 'Этот сервер' });
  await expect(server).toContainText('демонстрация');
  await expect(server).toContainText('открыта');
  await expect(page).toHaveTitle('Stardesk: рабочий стол для звёзд Telegram');
});

test('replays the drop once, stops and goes on when asked', async ({ page }) => {
  await page.goto('/');
  const strip = page.locator('.drop-player');
  await expect(strip).toHaveAttribute('data-phase', 'running');
  await page.getByRole('button', { name: 'Пауза' }).click();
  await expect(strip).toHaveAttribute('data-phase', 'paused');
  const veil = page.locator('.drop-veil').first();
  const place = () => veil.evaluate((element) => getComputedStyle(element).transform);
  expect(await place()).toBe(await place());
  await page.getByRole('button', { name: 'Дальше' }).click();
  await page.evaluate(() => {
    for (const animation of document.getAnimations()) animation.finish();
  });
  await expect(page.getByRole('button', { name: 'Повторить' })).toBeVisible();
  for (const seconds of [40, 67, 114, 179]) {
    await expect(page.locator('.drop-verdict', { hasText: `распродан за ${seconds} с` })).toHaveCSS('opacity', '1');
  }
});

test('says the drop in a table and by its real numbers', async ({ page }) => {
  await page.goto('/');
  const rows = page.getByRole('table', { name: /14 августа 2025/ }).getByRole('row');
  await expect(rows).toHaveCount(7);
  await expect(rows.nth(4)).toContainText(/500\s*150\s000/);
  await expect(page.getByText('цены, тиражи и секунды настоящие')).toBeVisible();
});

test.describe('without motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });
  test('shows the finished picture at once', async ({ page }) => {
    await page.goto('/');
    await expect(page.getByRole('button', { name: 'Повторить' })).toBeVisible();
    await expect(page.locator('.drop-verdict').last()).toHaveCSS('opacity', '1');
    expect(
      await page.evaluate(() => document.getAnimations().filter((one) => one.playState === 'running').length),
    ).toBe(0);
  });
});

test('leads only to pages that exist', async ({ page }) => {
  await page.goto('/');
  const links = await page
    .locator('a[href^="/"]')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  for (const href of new Set(links)) {
    const answer = await page.request.get(href);
    expect(answer.status(), href).toBe(200);
    const anchor = href.split('#')[1];
    if (anchor) expect(await answer.text(), href).toContain(`id="${anchor}"`);
  }
});

test('fits a phone and a thumb @phone', async ({ page }) => {
  await page.goto('/');
  await expectThumbTargets(page);
  await expectFitsPhones(page);
  await saveScreen(page, 'landing', { fullPage: true });
});

test('has no finding of axe', async ({ page }) => {
  await page.goto('/');
  await expectNoAxeViolations(page);
  await saveScreen(page, 'landing', { fullPage: true });
});
