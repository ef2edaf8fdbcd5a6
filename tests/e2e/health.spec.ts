import { expect, test } from '#/tests/support/app.ts';

test('says that it is alive without asking anything', async ({ request }) => {
  const answer = await request.get('/healthz');
  expect(answer.status()).toBe(200);
  expect(await answer.text()).toBe('ok');
  expect(answer.headers()['cache-control']).toContain('no-store');
});

test('opens its first page in a real browser without a fault', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});
