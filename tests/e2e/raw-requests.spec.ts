import { type IncomingMessage, request } from 'node:http';
import { expect, test } from '#/tests/support/app.ts';

/** Whole requests to the running product, as no browser would send them: Next's own layers are on this way. */
const paths = [
  '/',
  '/app',
  '/admin/users',
  '/login',
  '/setup',
  '/tg',
  '/docs/api',
  '/nope',
  '/api/trpc/me.get',
  '/api/v1/me',
  '/api/auth/session',
  '/healthz',
  '/metrics',
  '/icon.svg',
  '/_next/static/x',
  '/_next/image?url=%2Fx&w=1&q=1',
  '/privacy',
];
const tails = [
  '',
  '%',
  '%00',
  '%ff',
  '/%2e%2e/x',
  '//',
  '\\',
  '?__proto__=1',
  '?_rsc=1',
  '?next=//evil.example',
  `?${'a=b&'.repeat(300)}`,
  '/[id]',
  '?page=-1&sort=constructor',
];
const headers: readonly Record<string, string>[] = [
  {},
  { rsc: '1' },
  { 'next-action': '0'.repeat(42) },
  { 'next-router-state-tree': '%' },
  { 'x-middleware-subrequest': 'proxy' },
  { cookie: ';;=\xff' },
  { 'content-type': 'multipart/form-data; boundary=x' },
  { 'x-forwarded-host': 'evil.example' },
  { origin: 'null' },
];
const methods = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PROPFIND', 'TRACE'];

test('answers odd requests as the caller’s fault, in time, and goes on', async ({ app }) => {
  test.setTimeout(120_000);
  const { hostname, port } = new URL(app.url);
  const ask = (index: number) =>
    new Promise<string>((resolve, reject) => {
      const path = `${paths[index % paths.length]}${tails[index % tails.length]}`;
      const method = methods[index % methods.length];
      const told = `${method} ${path.slice(0, 60)} ${JSON.stringify(headers[index % headers.length])}`;
      const options = { hostname, port, path, method, headers: headers[index % headers.length], timeout: 20_000 };
      const asked = request(options, (answer: IncomingMessage) => {
        answer.resume();
        answer.on('end', () => resolve(`${answer.statusCode} ${told}`));
      });
      asked.on('timeout', () => asked.destroy(new Error(`no answer: ${told}`)));
      asked.on('error', reject);
      asked.end(method === 'POST' || method === 'PUT' ? '["$ACTION"]' : undefined);
    });
  // 17 paths, 13 tails, 9 headers, 8 methods: without a common factor, so that each meets each.
  const answers: string[] = [];
  for (let index = 0; index < 600; index += 10) {
    answers.push(...(await Promise.all(Array.from({ length: 10 }, (_, offset) => ask(index + offset)))));
  }
  expect(answers.filter((answer) => answer.startsWith('5'))).toEqual([]);
  expect(answers.filter((answer) => answer.startsWith('2')).length).toBeGreaterThan(20);
});

test('gives every answer its number and its headers, pages a policy with a nonce of their own', async ({
  request: browser,
}) => {
  const [page, again, api] = [
    await browser.get('/login'),
    await browser.get('/login'),
    await browser.get('/api/v1/nothing'),
  ];
  const nonceOf = (answer: typeof page) =>
    /'nonce-([^']+)'/.exec(answer.headers()['content-security-policy'] ?? '')?.[1];
  expect(nonceOf(page)).toBeTruthy();
  expect(nonceOf(page)).not.toBe(nonceOf(again));
  expect(await page.text()).toContain(`nonce="${nonceOf(page)}"`);
  expect(api.headers()['content-security-policy']).toBe("default-src 'none'; frame-ancestors 'none'");
  for (const answer of [page, api, await browser.get('/icon.svg')]) {
    expect(answer.headers()).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
    });
    expect(answer.headers()['x-request-id']).toMatch(/^[\w-]{36}$/);
  }
  const framed = await browser.get('/tg');
  expect(framed.headers()['x-frame-options']).toBeUndefined();
  expect(framed.headers()['content-security-policy']).toContain('frame-ancestors https://web.telegram.org;');
});

test('measures what it answered and is ready only with its worker', async ({ request: browser }) => {
  await browser.get('/login');
  await browser.get('/api/trpc/ping', { headers: { 'x-request-id': 'number-of-this-test' } });
  const text = await (await browser.get('/metrics')).text();
  expect(text).toMatch(/stardesk_request_latency_seconds_count\{endpoint="\/login",method="GET",status="200"\} \d+/);
  expect(text).toMatch(/stardesk_requests_total\{endpoint="\/api\/trpc\/ping",method="GET",status="200"\} \d+/);
  expect(text).toMatch(/^stardesk_workers [1-9]/m);
  expect(text).toMatch(/^stardesk_queue_jobs\{queue="[\w.-]+",state="queued"\} \d+/m);
  const ready = await browser.get('/readyz');
  expect(ready.status()).toBe(200);
  expect(await ready.json()).toMatchObject({ ready: true });
  const throughProxy = await browser.get('/readyz', { headers: { 'x-forwarded-for': '203.0.113.5' } });
  expect(await throughProxy.text()).toBe('ok');
  expect((await browser.get('/metrics', { headers: { 'x-forwarded-for': '203.0.113.5' } })).status()).toBe(401);
});
