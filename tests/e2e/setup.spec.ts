import type { Page } from '@playwright/test';
import { composeScript } from '#/server/compose.script.ts';
import { readConfig } from '#/server/lib/read-config.ts';
import { resetAdmin } from '#/server/users/setup/service.ts';
import { expectNoAxeViolations } from '#/tests/support/accessibility.ts';
import { test as base, expect, saveScreen } from '#/tests/support/app.ts';
import { BotApiServer } from '#/tests/support/bot-api-server.ts';
import { type Product, startProduct } from '#/tests/support/product.ts';
import { cloneTemplate, dropDatabase } from '#/tests/support/template.ts';
import { expectFitsPhones, expectThumbTargets } from '#/tests/support/thumb.ts';

/** A server nobody has set up yet, in earnest: no demo, its own Bot API to ask. */
const test = base.extend<object, { botApi: BotApiServer; fresh: Product }>({
  botApi: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs out of the pattern
    async ({}, use) => {
      const server = await BotApiServer.start();
      await use(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],
  fresh: [
    async ({ botApi }, use) => {
      const { TEST_DATABASE_URL: server = '', TEST_DATABASE_TEMPLATE: template = '' } = process.env;
      const databaseUrl = await cloneTemplate(server, template);
      const product = await startProduct({
        databaseUrl,
        name: `setup-${process.pid}`,
        env: { DEMO: '0', REGISTRATION: 'invite', TELEGRAM_API_ROOT: botApi.root },
        worker: false,
      });
      await use(product);
      await product.stop();
      await dropDatabase(databaseUrl);
    },
    { scope: 'worker', timeout: 90_000 },
  ],
  baseURL: async ({ fresh }, use) => use(fresh.url),
});
const adminLogin = 'hozyayka';
const adminPassword = 'четыре слова в ряд';
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

async function signInAsAdmin(page: Page, password = adminPassword) {
  await page.goto('/login?next=/setup');
  await page.getByLabel('Имя или почта').fill(adminLogin);
  await page.getByLabel('Пароль', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Войти', exact: true }).click();
  await page.waitForURL('/setup');
}

test.beforeEach(async ({ context, fresh }) => {
  await context.addCookies([
    { name: 'theme', value: 'paper', url: fresh.url },
    { name: 'locale', value: 'ru', url: fresh.url },
  ]);
});

test.describe.configure({ mode: 'serial' });

test('tells how to get the link when there is none, and when it does not work', async ({ page }) => {
  await page.goto('/setup');
  await expect(heading(page, 'Нужна ссылка настройки')).toBeVisible();
  await expect(page.getByText('npm run admin:reset')).toBeVisible();
  await page.goto('/setup?key=0000-0000-0000');
  await expect(heading(page, 'Ссылка не сработала')).toBeVisible();
  await expect(page).toHaveURL(/\/setup$/);
  await expectNoAxeViolations(page);
  // The landing page says it as well, and offers no demo where there is none.
  await page.goto('/');
  await expect(page.getByText('Администратора ещё нет')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Открыть демо' })).toHaveCount(0);
});

test('takes the key out of the address, keeps it over a reload, and makes the admin once', async ({
  page,
  fresh,
  browser,
  faults,
}) => {
  faults.expect(/422/);
  const link = fresh.firstSteps.adminPath ?? '';
  const key = new URL(link, fresh.url).searchParams.get('key') ?? '-';
  const referrers: string[] = [];
  page.on('request', (request) => {
    if (!request.isNavigationRequest()) referrers.push(request.headers().referer ?? '');
  });
  await page.goto(link);
  await expect(heading(page, 'Администратор')).toBeVisible();
  await expect(page).toHaveURL(`${fresh.url}/setup`);
  await page.reload();
  await expect(heading(page, 'Администратор')).toBeVisible();
  await expect(page).toHaveURL(`${fresh.url}/setup`);
  expect(referrers.filter((referrer) => referrer.includes(key))).toEqual([]);
  await expectNoAxeViolations(page);
  await saveScreen(page, 'setup-admin');

  await page.getByLabel('Имя или почта').fill(adminLogin);
  const password = page.getByLabel('Пароль', { exact: true });
  await password.fill('коротко');
  await expect(page.getByText('Ещё 3 знака.')).toBeVisible();
  await page.getByRole('button', { name: 'Создать администратора' }).click();
  await expect(page.getByText('Пароль слишком короткий')).toBeVisible();
  await expect(password).toBeFocused();
  await password.fill(adminPassword);
  await expect(page.getByText('Крепкий.')).toBeVisible();
  await page.getByRole('button', { name: 'Создать администратора' }).click();
  await expect(heading(page, 'Адрес и регистрация')).toBeVisible();

  const stranger = await browser.newPage({ baseURL: fresh.url, locale: 'ru-RU' });
  await stranger.goto(link);
  await expect(stranger.getByText('Ссылка своё отслужила')).toBeVisible();
  await expect(stranger.getByRole('link', { name: 'Войти и продолжить' })).toBeVisible();
  await stranger.close();
});

test('goes on where one stopped: address, bot checked with Telegram, summary, desk', async ({
  page,
  botApi,
  fresh,
  faults,
}) => {
  faults.expect(/400|422|503/);
  await signInAsAdmin(page);
  await expect(page.getByText('по приглашению администратора')).toBeVisible();
  await expectNoAxeViolations(page);
  await saveScreen(page, 'setup-address');
  await page.getByRole('button', { name: 'Всё верно' }).click();
  await expect(heading(page, 'Бот')).toBeFocused();
  await page.reload();
  await expect(heading(page, 'Бот')).toBeVisible();

  const token = page.getByLabel('Токен бота');
  const check = page.getByRole('button', { name: 'Проверить и сохранить' });
  await check.click();
  await expect(page.getByText('Вставьте токен или пропустите шаг.')).toBeVisible();
  await token.fill('это не токен');
  await check.click();
  await expect(page.getByText('Так токен не выглядит')).toBeVisible();
  await token.fill(`701:${'B'.repeat(35)}`);
  await check.click();
  await expect(page.getByText('Telegram не узнал этот токен')).toBeVisible();
  await expect(token).toBeFocused();
  botApi.answer('getMe', 'cut');
  await token.fill(botApi.token);
  await check.click();
  await expect(page.getByText('Telegram не ответил')).toBeVisible();
  botApi.reset();
  await check.click();
  await expect(page.getByText('Telegram узнал бота: @stardesk_bot')).toBeVisible();
  await saveScreen(page, 'setup-bot');
  await page.getByRole('button', { name: 'Дальше' }).click();

  await expect(heading(page, 'Итог')).toBeVisible();
  await expect(page.getByRole('main').getByText('@stardesk_bot')).toBeVisible();
  await expectNoAxeViolations(page);
  await page.getByRole('button', { name: 'Открыть стол' }).click();
  await page.waitForURL(`${fresh.url}/app`);
  await page.goto('/setup');
  await expect(heading(page, 'Всё настроено')).toBeVisible();
  // A step that is done can be looked at again.
  await page.getByRole('link', { name: 'Бот' }).click();
  await expect(page.getByText('Бот подключён: @stardesk_bot')).toBeVisible();
  // The ways in now name the bot.
  // A desk left open would complain that it is nobody's now.
  await page.goto('about:blank');
  await page.context().clearCookies({ name: /session-token/ });
  await page.goto('/login');
  await expect(page.getByRole('link', { name: '@stardesk_bot' })).toBeVisible();
});

test('invites by a link whose code works once', async ({ page, browser, fresh }) => {
  await signInAsAdmin(page);
  const made = await page.request.post('/api/trpc/admin.invitations.create', { data: {} });
  expect(made.ok(), await made.text()).toBe(true);
  const { path, code } = (await made.json()).result.data as { path: string; code: string };
  for (const [login, expected] of [
    ['gost-1', 'registered'],
    ['gost-2', 'refused'],
  ] as const) {
    const guest = await browser.newPage({ baseURL: fresh.url, locale: 'ru-RU' });
    await guest.goto(path);
    await expect(guest.getByLabel('Код приглашения')).toHaveValue(code);
    await guest.getByLabel('Имя или почта').fill(login);
    await guest.getByLabel('Пароль', { exact: true }).fill('семь слов подряд');
    await guest.getByRole('button', { name: 'Создать' }).click();
    if (expected === 'registered') await guest.waitForURL(`${fresh.url}/app`);
    else {
      await expect(guest.getByText('Приглашение не подходит')).toBeVisible();
      await expect(guest.getByLabel('Код приглашения')).toBeFocused();
    }
    await guest.close();
  }
});

test('lets an admin who forgot the password choose a new one by a link from the machine', async ({ page, fresh }) => {
  const { config } = readConfig(fresh.env, () => '');
  const { deps, close } = composeScript(config, process.stderr);
  const issued = await resetAdmin(deps, { now: deps.clock.now() });
  await close();
  if (issued.kind !== 'issued') throw new Error(`no link: ${issued.kind}`);
  await page.goto(issued.path);
  await expect(heading(page, 'Новый пароль администратора')).toBeVisible();
  await expect(page.getByRole('main').getByText(adminLogin)).toBeVisible();
  await expect(page).toHaveURL(`${fresh.url}/setup`);
  await page.getByLabel('Новый пароль').fill('совсем другие четыре слова');
  await page.getByRole('button', { name: 'Сменить пароль и войти' }).click();
  await expect(heading(page, 'Всё настроено')).toBeVisible();
  // A desk left open would complain that it is nobody's now.
  await page.goto('about:blank');
  await page.context().clearCookies({ name: /session-token/ });
  await signInAsAdmin(page, 'совсем другие четыре слова');
});

test('fits a phone and a thumb @phone', async ({ page, fresh }) => {
  // A worker of its own: here nobody is the admin yet.
  await page.goto(fresh.firstSteps.adminPath ?? '');
  await expect(heading(page, 'Администратор')).toBeVisible();
  await expectThumbTargets(page);
  await expectFitsPhones(page);
  await saveScreen(page, 'setup-admin', { fullPage: true });
});
