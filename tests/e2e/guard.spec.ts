import { expect, test } from '#/tests/support/app.ts';

/** The guard that fails every other test must itself be seen to bark. */
test('sees console errors, uncaught errors, failed requests, answers of 500 and CSP violations', async ({
  page,
  faults,
}) => {
  await page.route('**/planted-500', (route) => route.fulfill({ status: 500, body: '' }));
  await page.route('**/planted-away', (route) => route.abort('connectionrefused'));
  await page.goto('/healthz');
  await page.evaluate(async () => {
    console.error('planted console error');
    setTimeout(() => {
      throw new Error('planted uncaught error');
    });
    await fetch('/planted-500');
    await fetch('/planted-away').catch(() => {});
    document.dispatchEvent(
      new SecurityPolicyViolationEvent('securitypolicyviolation', {
        effectiveDirective: 'script-src',
      } as SecurityPolicyViolationEventInit),
    );
  });
  for (const bark of [
    /console\.error: planted console error/,
    /uncaught: .*planted uncaught error/,
    /request failed: .*planted-away/,
    /status 500: .*planted-500/,
    /CSP violation: script-src/,
  ]) {
    await expect.poll(() => faults.unexpected().some((fault) => bark.test(fault)), `${bark}`).toBe(true);
  }
  faults.expect(/planted|CSP violation: script-src|ERR_CONNECTION_REFUSED|status of 500/);
  expect(faults.unexpected()).toEqual([]);
});
