import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expectNoAxeViolations } from '#/tests/support/accessibility.ts';
import { expect, saveScreen, test } from '#/tests/support/app.ts';
import { expectFitsPhones, expectThumbTargets } from '#/tests/support/thumb.ts';

const run = promisify(execFile);

/** The command's words as a shell reads them, sent without curl itself, which not every machine has. */
async function asCurlWould(command: string): Promise<Response> {
  const { stdout } = await run('sh', ['-c', `curl() { printf '%s\\0' "$@"; }; ${command}`]);
  const [url = '', ...options] = stdout.split('\0').slice(0, -1);
  const headers = options.flatMap((option, at) =>
    option === '-H' ? [options[at + 1]?.split(': ') as [string, string]] : [],
  );
  return fetch(url, { headers });
}

test('leads from a key over a copied command to 200', async ({ page, context, app }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: app.url });
  const login = `api-${Date.now().toString(36)}`;
  const password = 'семь слов подряд';
  await page.request.post('/api/trpc/registration.register', { data: { login, password } });
  await page.goto('/login');
  await page.getByLabel('Имя или почта').fill(login);
  await page.getByLabel('Пароль', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Войти', exact: true }).click();
  await page.waitForURL('/app');
  const made = await page.request.post('/api/trpc/apiKeys.create', { data: { name: 'curl', scopes: ['read'] } });
  const { key } = (await made.json()).result.data as { key: string };

  await page.goto('/docs/api');
  await page.getByLabel('Ваш ключ').fill(key);
  const me = page.getByRole('article', { name: 'Кто вы' });
  // On the screen the key is short: somebody may be looking.
  await expect(me.getByText(key)).toHaveCount(0);
  await me.getByRole('button', { name: 'Скопировать' }).click();
  const command = await page.evaluate(() => navigator.clipboard.readText());
  expect(command).toContain(`Bearer ${key}`);
  const answer = await asCurlWould(command);
  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({ login });
});

test('does not put into a command what is no key', async ({ page }) => {
  await page.goto('/docs/api');
  await page.getByLabel('Ваш ключ').fill('sd_"; rm -rf ~; "');
  await expect(page.getByText('Так ключ не выглядит')).toBeVisible();
  await expect(page.getByRole('article', { name: 'Кто вы' }).getByText('$STARDESK_KEY')).toBeVisible();
  await expect(page.getByText('rm -rf')).toHaveCount(0);
});

test('finds a method by address, by word and in the wrong keyboard layout', async ({ page }) => {
  await page.goto('/docs/api');
  const articles = page.getByRole('article');
  const all = await articles.count();
  expect(all).toBeGreaterThan(10);
  const find = page.getByRole('searchbox', { name: 'Найти метод' });
  for (const typed of ['/me/export', 'хранится', '/vt/tczc', 'ghbukfitybt', 'ьу/учзщке']) {
    await find.fill(typed);
    await expect.poll(() => articles.filter({ visible: true }).count(), typed).toBeLessThan(all);
  }
  await find.fill('/me/export');
  await expect(articles.filter({ visible: true })).toHaveCount(1);
  await find.fill('такого нет');
  await expect(page.getByText('Такого метода нет')).toBeVisible();
  await find.fill('');
  await expect(articles.filter({ visible: true })).toHaveCount(all);
});

test('describes every operation of the document', async ({ page }) => {
  const document = await (await page.request.get('/api/v1/openapi.json')).json();
  const operations = Object.values(document.paths as object).flatMap((methods) => Object.keys(methods));
  await page.goto('/docs/api');
  await expect(page.getByRole('article')).toHaveCount(operations.length);
});

test('fits a phone and a thumb @phone', async ({ page }) => {
  await page.goto('/docs/api');
  await expectThumbTargets(page);
  await expectFitsPhones(page);
});

test.describe('at night', () => {
  test.use({ theme: 'night' });
  test('has no finding of axe, also with everything unfolded', async ({ page }) => {
    await page.goto('/docs/api');
    await expectNoAxeViolations(page);
    await page.evaluate(() => {
      for (const fold of document.querySelectorAll('details')) fold.open = true;
    });
    await expectNoAxeViolations(page);
    await saveScreen(page, 'api-docs');
  });
});
