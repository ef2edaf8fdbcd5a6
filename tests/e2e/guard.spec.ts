import { expectNoAxeViolations } from '#/tests/support/accessibility.ts';
import { expect, test } from '#/tests/support/app.ts';

/** The guard that fails every other test must itself be seen to bark. */
test('sees console errors, uncaught errors, failed requests, answers of 500 and CSP violations', async ({
  page,
  faults,
}) => {
  await page.route('**/planted', (route) =>
    route.fulfill({
      contentType: 'text/html',
      headers: { 'content-security-policy': "img-src 'none'" },
      body: '<!doctype html><img src="/planted.png" alt="">',
    }),
  );
  await page.route('**/planted-500', (route) => route.fulfill({ status: 500, body: '' }));
  await page.route('**/planted-away', (route) => route.abort('connectionrefused'));
  await page.goto('/planted');
  await page.evaluate(async () => {
    console.error('planted console error');
    setTimeout(() => {
      throw new Error('planted uncaught error');
    });
    await fetch('/planted-500');
    await fetch('/planted-away').catch(() => {});
  });
  for (const bark of [
    /console\.error: planted console error/,
    /uncaught: .*planted uncaught error/,
    /request failed: .*planted-away/,
    /status 500: .*planted-500/,
    /CSP violation: img-src/,
  ]) {
    await expect.poll(() => faults.unexpected().some((fault) => bark.test(fault)), `${bark}`).toBe(true);
  }
  faults.expect(/planted/);
  expect(faults.unexpected()).toEqual([]);
});

test('sees what a screen reader cannot', async ({ page }) => {
  const html = (body: string) =>
    `<!doctype html><html lang="en"><title>Planted</title><main><h1>Planted</h1>${body}</main></html>`;
  await page.route('**/planted', (route) =>
    route.fulfill({ contentType: 'text/html', body: html('<button></button>') }),
  );
  await page.goto('/planted');
  await expect(expectNoAxeViolations(page)).rejects.toThrow(/button-name/);
  await page.setContent(html('<button>Buy</button>'));
  await expectNoAxeViolations(page);
});
