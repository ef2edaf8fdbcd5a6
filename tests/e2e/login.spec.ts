import type { Page } from '@playwright/test';
import { expectNoAxeViolations } from '#/tests/support/accessibility.ts';
import { expect, saveScreen, test } from '#/tests/support/app.ts';
import { expectFitsPhones, expectThumbTargets } from '#/tests/support/thumb.ts';

/** Somebody who is not shared with other tests: tries are counted for each name. */
async function person(page: Page, name: string) {
  const login = `${name}-${Date.now().toString(36)}`;
  const password = 'семь слов подряд';
  const made = await page.request.post('/api/trpc/registration.register', { data: { login, password } });
  expect(made.ok(), await made.text()).toBe(true);
  return { login, password };
}
const name = (page: Page) => page.getByLabel('Имя или почта');
const password = (page: Page) => page.getByLabel('Пароль', { exact: true });
const submit = (page: Page) => page.getByRole('button', { name: 'Войти', exact: true });

test('signs in and opens the desk; who is signed in is not asked again', async ({ page }) => {
  const { login, password: secret } = await person(page, 'wera');
  await page.goto('/login');
  await name(page).fill(login);
  await password(page).fill(secret);
  await submit(page).click();
  await page.waitForURL('/app');
  await page.goto('/login');
  await expect(page).toHaveURL('/app');
  await page.goto('/register');
  await expect(page).toHaveURL('/app');
});

test('comes back to the page one was going to, and to no other site', async ({ page, context, app }) => {
  const { login, password: secret } = await person(page, 'next');
  await page.goto('/app/settings');
  await expect(page).toHaveURL(/\/login\?next=/);
  await expect(page.getByText('откроется страница, на которую вы шли')).toBeVisible();
  await name(page).fill(login);
  await password(page).fill(secret);
  await submit(page).click();
  await page.waitForURL(/\/app\/settings/);

  for (const elsewhere of ['//evil.example', 'https://evil.example/', '/\\evil.example']) {
    // A desk left open would complain that it is nobody's now.
    await page.goto('about:blank');
    await context.clearCookies({ name: /session-token/ });
    await page.goto(`/login?next=${encodeURIComponent(elsewhere)}`);
    await name(page).fill(login);
    await password(page).fill(secret);
    await submit(page).click();
    await page.waitForURL(`${app.url}/app`);
  }
});

test('counts down the tries under the password, reads them aloud and starts the next one there', async ({
  page,
  faults,
}) => {
  faults.expect(/401|429/);
  const { login } = await person(page, 'wrong');
  await page.goto('/login');
  await name(page).fill(login);
  for (const left of [4, 3]) {
    await password(page).fill('не тот пароль');
    await submit(page).click();
    const note = page.locator('[aria-live="polite"]', { hasText: `Осталось ${left} попытки` });
    await expect(note).toBeVisible();
    await expect(password(page)).toBeFocused();
    await expect(password(page)).toHaveAttribute('aria-invalid', 'true');
    const described = await password(page).getAttribute('aria-describedby');
    expect(described).toBe(await note.getAttribute('id'));
  }
  await expectNoAxeViolations(page);
  for (const text of ['Осталось 2 попытки', 'Осталась 1 попытка', 'Попытки кончились']) {
    await password(page).fill('опять не тот');
    await submit(page).click();
    await expect(page.getByText(text)).toBeVisible();
  }
  await password(page).fill('и ещё раз');
  await submit(page).click();
  await expect(page.getByText(/Следующая через 14:\d\d/)).toBeVisible();
});

test('names what is missing and puts the cursor there', async ({ page }) => {
  await page.goto('/login');
  await submit(page).click();
  await expect(page.getByText('Напишите имя или почту.')).toBeVisible();
  await expect(name(page)).toBeFocused();
  await name(page).fill('кто-то');
  await submit(page).click();
  await expect(page.getByText('Напишите пароль.')).toBeVisible();
  await expect(password(page)).toBeFocused();
});

test('sends one request however often one presses', async ({ page }) => {
  const { login, password: secret } = await person(page, 'twice');
  let sent = 0;
  await page.route('**/api/auth/callback/credentials', async (route) => {
    sent++;
    await route.continue();
  });
  await page.goto('/login');
  await name(page).fill(login);
  await password(page).fill(secret);
  await password(page).press('Enter');
  await password(page).press('Enter');
  await page
    .getByRole('button', { name: 'Проверяем' })
    .click({ force: true, noWaitAfter: true })
    .catch(() => {});
  await page.waitForURL('/app');
  expect(sent).toBe(1);
});

test('says when the server does not answer, and keeps what was typed', async ({ page, faults }) => {
  faults.expect(/request failed|ERR_/);
  await page.route('**/api/auth/csrf', (route) => route.abort('connectionrefused'));
  await page.goto('/login');
  await name(page).fill('darya');
  await password(page).fill('what I typed');
  await submit(page).click();
  await expect(page.getByText('Сервер не отвечает')).toBeVisible();
  await expect(password(page)).toHaveValue('what I typed');
});

test('works by keyboard alone', async ({ page }) => {
  const { login, password: secret } = await person(page, 'keys');
  await page.goto('/login');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'К содержанию' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Открыть демо' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.type(login);
  await page.keyboard.press('Tab');
  await page.keyboard.type(secret);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Показать пароль' })).toBeFocused();
  await page.keyboard.press('Space');
  await expect(password(page)).toHaveAttribute('type', 'text');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await page.waitForURL('/app');
});

test('opens the demo with one click', async ({ page }) => {
  await page.goto('/login');
  await page.getByRole('button', { name: 'Открыть демо' }).click();
  await page.waitForURL('/app');
});

test('keeps language and theme over a reload', async ({ page }) => {
  await page.goto('/login');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await page.getByRole('button', { name: /Theme/ }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'night');
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'night');
  await expect(page).toHaveTitle('Sign in · Stardesk');
});

test('says the dial in a table', async ({ page }) => {
  await page.goto('/login');
  const rows = page.getByRole('table', { name: /шесть подарков/ }).getByRole('row');
  await expect(rows).toHaveCount(7);
  await expect(rows.nth(1)).toContainText('15');
  await expect(rows.nth(6)).toContainText('179');
});

test('loads little and does not jump', async ({ page }) => {
  let scriptBytes = 0;
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  const headBytes = new Map<string, number>();
  session.on('Network.responseReceived', ({ requestId, type, response }) => {
    if (type === 'Script') headBytes.set(requestId, response.encodedDataLength);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const head = headBytes.get(requestId);
    if (head !== undefined) scriptBytes += encodedDataLength - head;
  });
  await page.addInitScript(() => {
    const shifts = { sum: 0 };
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.sum += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto('/login', { waitUntil: 'networkidle' });
  test.info().annotations.push({ type: 'script kB', description: (scriptBytes / 1000).toFixed(1) });
  expect(scriptBytes).toBeLessThan(170_000);
  expect(await page.evaluate(() => (window as unknown as { shifts: { sum: number } }).shifts.sum)).toBeLessThan(0.02);
});

test('fits a phone and a thumb @phone', async ({ page }) => {
  await page.goto('/login');
  await expectThumbTargets(page);
  await expectFitsPhones(page);
  await saveScreen(page, 'login', { fullPage: true });
});

test.describe('at night, in English', () => {
  test.use({ theme: 'night', language: 'en' });
  test('has no finding of axe', async ({ page }) => {
    await page.goto('/login');
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
    await expectNoAxeViolations(page);
    await saveScreen(page, 'login');
  });
});
