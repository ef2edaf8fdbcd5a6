import { expectNoAxeViolations } from '#/tests/support/accessibility.ts';
import { expect, saveScreen, test } from '#/tests/support/app.ts';
import { goodPassword, signInSomebody } from '#/tests/support/sign-in.ts';
import { expectFitsPhones, expectThumbTargets } from '#/tests/support/thumb.ts';

test('leads through the first steps: each one done moves the next one up', async ({ page, app }) => {
  await signInSomebody(page, app.url);
  await page.goto('/app');
  await expect(page.getByText('1 из 3', { exact: true })).toBeVisible();
  await page.getByRole('link', { name: 'Указать имя' }).click();
  await page.getByLabel('Как вас называть').fill('Дарья К.');
  await page.getByRole('button', { name: 'Сохранить' }).click();
  await expect(page.getByText('Профиль сохранён')).toBeVisible();
  await page.goto('/app');
  await expect(page.getByText('2 из 3', { exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Завести ключ' })).toBeVisible();
  await expect(page.getByText('Учётная запись создана').first()).toBeVisible();
  await expectNoAxeViolations(page);
  await saveScreen(page, 'desk');
});

test('an API key is shown once, works from the copied command, and stops when revoked', async ({
  page,
  app,
  faults,
}) => {
  await signInSomebody(page, app.url);
  await page.goto('/app/settings/api-keys');
  await page.getByRole('button', { name: 'Создать ключ' }).click();
  await page.getByLabel('Название').fill('учёт');
  await page.getByRole('dialog').getByRole('button', { name: 'Создать ключ' }).click();
  const command = (await page.getByRole('dialog').locator('pre').textContent()) ?? '';
  const [, key = '', address = ''] = /Bearer (sd_\w+)" (\S+)/.exec(command) ?? [];
  const ask = () => fetch(address, { headers: { authorization: `Bearer ${key}` } });
  expect((await ask()).status).toBe(200);
  await page.getByRole('button', { name: 'Скопировал' }).click();
  await expect(page.getByText(key)).toHaveCount(0);

  await page.getByRole('button', { name: 'Отозвать: учёт' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Отозвать' }).click();
  await expect(page.getByText('Ключей пока нет')).toBeVisible();
  faults.expect(/401/);
  expect((await ask()).status).toBe(401);
});

test('signing out everywhere ends a copied cookie on its next request', async ({
  page,
  context,
  app,
  browser,
  faults,
}) => {
  await signInSomebody(page, app.url);
  const thief = await browser.newContext({ storageState: await context.storageState() });
  expect((await thief.request.get(`${app.url}/api/trpc/me.get`)).status()).toBe(200);
  await page.goto('/app/settings/security');
  await page.getByRole('button', { name: 'Выйти везде, и здесь' }).click();
  // The page hears of its own end over the live channel and asks once more.
  faults.expect(/401/);
  await page.getByRole('dialog').getByRole('button', { name: 'Выйти везде' }).click();
  await page.waitForURL(/\/login/);
  expect((await thief.request.get(`${app.url}/api/trpc/me.get`)).status()).toBe(401);
  await thief.close();
});

test('a changed password names the wrong one and ends the other browsers', async ({ page, app, browser, faults }) => {
  faults.expect(/400|401|403/);
  const { login } = await signInSomebody(page, app.url);
  const other = await browser.newPage({ baseURL: app.url });
  await other.request.get('/api/auth/csrf').then(async (answer) => {
    const { csrfToken } = (await answer.json()) as { csrfToken: string };
    await other.request.post('/api/auth/callback/credentials', {
      form: { csrfToken, login, password: goodPassword, json: 'true' },
      headers: { origin: app.url },
    });
  });
  await page.goto('/app/settings/security');
  await expect(page.getByText('2 сеанса')).toBeVisible();
  await page.getByLabel('Текущий пароль').fill('не тот пароль');
  await page.getByLabel('Новый пароль').fill('другие семь слов');
  await page.getByRole('button', { name: 'Сменить пароль' }).click();
  await expect(page.getByText('Пароль не подходит, ничего не изменено')).toBeVisible();
  await page.getByLabel('Текущий пароль').fill(goodPassword);
  await page.getByRole('button', { name: 'Сменить пароль' }).click();
  await expect(page.getByText('Завершён 1 другой сеанс')).toBeVisible();
  expect((await other.request.get('/api/trpc/me.get')).status()).toBe(401);
  await other.close();
});

test('exports what is stored, then deletes the account after the typed name and the password', async ({
  page,
  app,
  database,
}) => {
  const { login, userId } = await signInSomebody(page, app.url);
  await page.goto('/app/settings/data');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Скачать JSON' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^stardesk-\d{4}-\d\d-\d\d\.json$/);
  await page.getByRole('button', { name: 'Удалить учётную запись' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(`Наберите «${login}»`).fill(login);
  await dialog.getByLabel('Пароль', { exact: true }).fill(goodPassword);
  await dialog.getByRole('button', { name: 'Удалить учётную запись' }).click();
  await page.waitForURL(`${app.url}/`);
  const { rows } = await database.query('SELECT login, password_hash, deleted_at FROM users WHERE id = $1', [userId]);
  expect(rows).toEqual([{ login: null, password_hash: null, deleted_at: expect.any(Date) }]);
});

test('theme and language are chosen at once and stay', async ({ page, app, database }) => {
  const { userId } = await signInSomebody(page, app.url);
  await page.goto('/app/settings/appearance');
  await page.getByText('Ночь', { exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'night');
  await page.getByText('English', { exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
  await expect
    .poll(async () => (await database.query('SELECT theme, locale FROM users WHERE id = $1', [userId])).rows[0])
    .toEqual({ theme: 'night', locale: 'en' });
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'night');
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
});

test.describe('settings', () => {
  for (const [index, part] of ['', 'security', 'telegram', 'api-keys', 'appearance', 'data'].entries()) {
    test.describe(() => {
      test.use({ theme: index % 2 ? 'night' : 'paper', language: index % 3 ? 'ru' : 'en' });
      test(`@desktop @phone /app/settings/${part} is accessible, fits and can be touched`, async ({
        page,
        app,
        isMobile,
      }) => {
        await signInSomebody(page, app.url);
        await page.goto(`/app/settings/${part}`);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await expectNoAxeViolations(page);
        await saveScreen(page, `settings-${part || 'profile'}`);
        if (!isMobile) return;
        await expectThumbTargets(page);
        await expectFitsPhones(page);
      });
    });
  }
});

test('@phone the desk fits a phone, its pages are reached by thumb', async ({ page, app }) => {
  await signInSomebody(page, app.url);
  await page.goto('/app');
  await expectNoAxeViolations(page);
  await expectThumbTargets(page);
  await saveScreen(page, 'desk');
  await expectFitsPhones(page);
  await page.getByRole('navigation').getByRole('link', { name: 'Настройки' }).last().click();
  await expect(page).toHaveURL('/app/settings');
});
