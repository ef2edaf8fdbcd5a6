import { NextRequest } from 'next/server';
import { afterEach, describe, expect, it, vi } from 'vitest';

/** proxy.ts reads the environment once: each test takes it anew. */
async function ask(
  path: string,
  { env = {}, ...init }: { env?: Record<string, string>; headers?: HeadersInit; method?: string } = {},
) {
  vi.resetModules();
  vi.unstubAllEnvs();
  for (const [name, value] of Object.entries({
    DATABASE_URL: 'postgresql://a@b/c',
    SECRET_KEY: 'k'.repeat(43),
    ...env,
  })) {
    vi.stubEnv(name, value);
  }
  const { proxy } = await import('#/proxy.ts');
  return proxy(new NextRequest(`http://127.0.0.1:3000${path}`, init));
}
const policyOf = (response: Response) =>
  Object.fromEntries(
    (response.headers.get('content-security-policy') ?? '').split('; ').map((rule) => {
      const [name = '', ...sources] = rule.split(' ');
      return [name, sources.join(' ')];
    }),
  );
afterEach(() => vi.unstubAllEnvs());

describe('the policy of pages', () => {
  it('runs scripts by this request’s nonce only, and tells Next the same', async () => {
    const [one, other] = [await ask('/'), await ask('/')];
    const nonce = /'nonce-([\w+/=]{24})'/.exec(policyOf(one)['script-src'] ?? '')?.[1];
    expect(policyOf(one)['script-src']).toBe(`'self' 'nonce-${nonce}' 'strict-dynamic'`);
    expect(one.headers.get('x-middleware-request-content-security-policy')).toContain(`'nonce-${nonce}'`);
    expect(policyOf(other)['script-src']).not.toBe(policyOf(one)['script-src']);
  });
  it('lets nothing in from other hosts, no objects, no base, no frames around', async () => {
    const policy = policyOf(await ask('/app', { headers: { cookie: 'x.session-token=1' } }));
    expect(policy).toMatchObject({
      'default-src': "'self'",
      'connect-src': "'self'",
      'object-src': "'none'",
      'base-uri': "'none'",
      'form-action': "'self'",
      'frame-ancestors': "'none'",
    });
    expect(Object.values(policy).join(' ')).not.toMatch(/unsafe-eval|https?:|\*/);
    expect(policy['style-src']).not.toContain('unsafe-inline');
  });
  it('lets web.telegram.org frame the Mini App and nothing else', async () => {
    expect(policyOf(await ask('/tg'))['frame-ancestors']).toBe('https://web.telegram.org');
    expect(policyOf(await ask('/tg/settings'))['frame-ancestors']).toBe('https://web.telegram.org');
    expect(policyOf(await ask('/tgx'))['frame-ancestors']).toBe("'none'");
  });
  it('asks for https where we are on https', async () => {
    const https = { env: { PUBLIC_URL: 'https://desk.example' } };
    expect(policyOf(await ask('/', https))).toHaveProperty('upgrade-insecure-requests');
    expect(policyOf(await ask('/'))).not.toHaveProperty('upgrade-insecure-requests');
  });
});

describe('proxy', () => {
  it('shows people without a session the sign-in, and where they wanted to go', async () => {
    const response = await ask('/app/gifts?sort=new');
    expect(response.status).toBe(307);
    expect(response.headers.get('location')).toMatch(/\/login\?next=%2Fapp%2Fgifts%3Fsort%3Dnew$/);
    expect((await ask('/application')).status).toBe(200);
  });
  it('takes no bodies: pages have no actions', async () => {
    expect((await ask('/', { method: 'POST' })).status).toBe(405);
  });
  it('answers 503 in the reader’s language while the configuration has faults, without naming them', async () => {
    const response = await ask('/', { env: { DATABASE_URL: 'mysql://x' }, headers: { 'accept-language': 'en' } });
    const body = await response.text();
    expect(response.status).toBe(503);
    expect(body).toContain('not set up yet');
    expect(body).not.toContain('DATABASE_URL');
  });
});
