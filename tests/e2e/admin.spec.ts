import { expectNoAxeViolations } from '#/tests/support/accessibility.ts';
import { expect, saveScreen, test } from '#/tests/support/app.ts';
import { makeAdmin, signIn, signInSomebody } from '#/tests/support/sign-in.ts';
import { expectFitsPhones, expectThumbTargets } from '#/tests/support/thumb.ts';

test('shows an ordinary person nothing of the admin', async ({ page, app }) => {
  await signInSomebody(page, app.url);
  await page.goto('/admin/users');
  await expect(page).toHaveURL('/app');
});

test('an admin finds somebody, blocks him with a reason, and his next request is refused', async ({
  page,
  app,
  database,
  browser,
}) => {
  const other = await browser.newPage({ baseURL: app.url });
  const { login } = await signInSomebody(other, app.url);
  const admin = await signInSomebody(page, app.url);
  await makeAdmin(database, admin.userId);
  await page.goto('/admin/users');
  await page.getByRole('searchbox').fill(login);
  await page.getByRole('link', { name: login }).click();
  await page.getByRole('button', { name: 'Заблокировать' }).click();
  await page.getByLabel('Причина, её увидят администраторы').fill('Проверка блокировки');
  await page.getByRole('dialog').getByRole('button', { name: 'Заблокировать' }).click();
  await expect(page.getByRole('button', { name: 'Снять блокировку' })).toBeVisible();
  expect((await other.request.get('/api/trpc/me.get')).status()).toBeGreaterThanOrEqual(401);
  await expect(page.getByText('Учётная запись заблокирована').first()).toBeVisible();
  await expectNoAxeViolations(page);
  await page.getByRole('button', { name: 'Снять блокировку' }).click();
  await expect(page.getByRole('button', { name: 'Заблокировать' })).toBeVisible();
  await signIn(other, app.url, login);
  expect((await other.request.get('/api/trpc/me.get')).status()).toBe(200);
  await other.close();
});

test('keeps search and filter of the people in the address', async ({ page, app, database }) => {
  const admin = await signInSomebody(page, app.url);
  await makeAdmin(database, admin.userId);
  await page.goto(`/admin/users?q=${admin.login}&who=admins`);
  await expect(page.getByRole('searchbox')).toHaveValue(admin.login);
  await expect(page.getByRole('link', { name: admin.login })).toBeVisible();
  await page.getByRole('searchbox').fill('никого-такого-нет');
  await expect(page.getByText('Никто не нашёлся')).toBeVisible();
  await page.getByRole('button', { name: 'Сбросить фильтры' }).click();
  await expect(page).toHaveURL('/admin/users');
});

test('an invitation is a link that opens the registration once', async ({ page, app, database }) => {
  const admin = await signInSomebody(page, app.url);
  await makeAdmin(database, admin.userId);
  await page.goto('/admin/invitations');
  await page.getByRole('button', { name: 'Создать приглашение' }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Создать приглашение' }).click();
  await expect(page.getByLabel('Ссылка')).toHaveValue(/\/register\?/);
  await page.getByRole('button', { name: 'Скопировал' }).click();
  await expect(page.getByText('ждёт').first()).toBeVisible();
  await page.getByRole('button', { name: 'Отозвать' }).first().click();
  await expect(page.getByText('Приглашение отозвано')).toBeVisible();
});

const pages = ['', 'queue', 'users', 'invitations', 'audit'];
for (const [index, name] of pages.entries()) {
  test.describe(() => {
    test.use({ theme: index % 2 ? 'paper' : 'night', language: index % 3 ? 'ru' : 'en' });
    test(`@desktop @phone /admin/${name} is accessible, fits and can be touched`, async ({
      page,
      app,
      database,
      isMobile,
    }) => {
      const admin = await signInSomebody(page, app.url);
      await makeAdmin(database, admin.userId);
      await page.goto(`/admin/${name}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.locator('.skeleton')).toHaveCount(0);
      await expectNoAxeViolations(page);
      await saveScreen(page, `admin-${name || 'health'}`);
      if (!isMobile) return;
      await expectThumbTargets(page);
      await expectFitsPhones(page);
    });
  });
}
