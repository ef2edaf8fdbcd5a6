import type { Page } from '@playwright/test';
import { expectNoAxeViolations } from '#/tests/support/accessibility.ts';
import { expect, saveScreen, test } from '#/tests/support/app.ts';
import { startProduct } from '#/tests/support/product.ts';
import { cloneTemplate, dropDatabase } from '#/tests/support/template.ts';
import { expectFitsPhones, expectThumbTargets } from '#/tests/support/thumb.ts';

const unique = (name: string) => `${name}-${Date.now().toString(36)}`;
const name = (page: Page) => page.getByLabel('Имя или почта');
const password = (page: Page) => page.getByLabel('Пароль', { exact: true });
const create = (page: Page) => page.getByRole('button', { name: 'Создать', exact: true });

test('registers, signs in and opens the desk', async ({ page }) => {
  await page.goto('/login');
  await page.getByRole('link', { name: 'Создайте учётную запись' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Новая учётная запись' })).toBeVisible();
  await name(page).fill(unique('darya'));
  await page.getByLabel('Как вас называть').fill('Дарья');
  await password(page).fill('семь слов подряд');
  await create(page).click();
  await page.waitForURL('/app');
});

test('says in words how good the password is, by the rules of the server', async ({ page }) => {
  await page.goto('/register');
  await name(page).fill('marusya-klimova');
  const note = page.locator('.field', { has: password(page) }).locator('[aria-live]');
  for (const [typed, words] of [
    ['', 'От 10 знаков'],
    ['семь', 'Ещё 6 знаков.'],
    ['девятьзна', 'Ещё 1 знак.'],
    ['qwertyuiop', 'угадывают первым'],
    ['marusya-klimova', 'Повторяет имя'],
    ['десятьзнак', 'Годится.'],
    ['шестнадцать знаков и ещё', 'Крепкий.'],
  ] as const) {
    await password(page).fill(typed);
    await expect(note).toContainText(words);
  }
});

test('marks the field that the server refused and puts the cursor there', async ({ page, faults }) => {
  faults.expect(/409|422/);
  const taken = unique('taken');
  await page.request.post('/api/trpc/registration.register', { data: { login: taken, password: 'семь слов подряд' } });
  await page.goto('/register');
  await create(page).click();
  await expect(page.getByText('Напишите имя или почту.')).toBeVisible();
  await expect(name(page)).toBeFocused();
  await name(page).fill(taken);
  await password(page).fill('семь слов подряд');
  await create(page).click();
  await expect(page.getByText('Такое имя уже занято')).toBeVisible();
  await expect(name(page)).toBeFocused();
  await name(page).fill('ab');
  await create(page).click();
  await expect(page.getByText('от 3 до 32 букв')).toBeVisible();
  await name(page).fill(unique('weak'));
  await password(page).fill('qwertyuiop');
  await create(page).click();
  await expect(password(page)).toBeFocused();
  await expect(password(page)).toHaveAttribute('aria-invalid', 'true');
  await expectNoAxeViolations(page);
});

test('can be done by keyboard alone', async ({ page }) => {
  await page.goto('/register');
  await name(page).focus();
  await page.keyboard.type(unique('keys'));
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('семь слов подряд');
  await page.keyboard.press('Enter');
  await page.waitForURL('/app');
});

test('says so where registration is closed, and offers no way round', async ({ page, faults }) => {
  faults.expect(/403/);
  const { TEST_DATABASE_URL: server = '', TEST_DATABASE_TEMPLATE: template = '' } = process.env;
  const databaseUrl = await cloneTemplate(server, template);
  const closed = await startProduct({
    databaseUrl,
    name: `closed-${process.pid}`,
    env: { DEMO: '0', REGISTRATION: 'closed' },
    worker: false,
  });
  try {
    await page.context().addCookies([{ name: 'locale', value: 'ru', url: closed.url }]);
    await page.goto(`${closed.url}/register`);
    await expect(page.getByRole('heading', { level: 1, name: 'Регистрация закрыта' })).toBeVisible();
    await expect(page.getByRole('textbox')).toHaveCount(0);
    await expectNoAxeViolations(page);
    await page.goto(`${closed.url}/login`);
    await expect(page.getByText('Регистрация здесь закрыта')).toBeVisible();
    await page.goto(closed.url);
    await expect(page.getByRole('link', { name: 'Создать учётную запись' })).toHaveCount(0);
  } finally {
    // What the page still asks for is not the server's fault once it is gone.
    await page.goto('about:blank');
    await closed.stop();
    await dropDatabase(databaseUrl);
  }
});

test('fits a phone and a thumb @phone', async ({ page }) => {
  await page.goto('/register');
  await expectThumbTargets(page);
  await expectFitsPhones(page);
  await saveScreen(page, 'register', { fullPage: true });
});

test.describe('at night', () => {
  test.use({ theme: 'night' });
  test('has no finding of axe', async ({ page }) => {
    await page.goto('/register');
    await expectNoAxeViolations(page);
    await saveScreen(page, 'register');
  });
});
