import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assembleWeb, useWeb } from '#/server/compose.web.ts';
import { testDatabase } from '#/tests/support/database.ts';
import { WebClient } from '#/tests/support/web-client.ts';
import { seedDemo } from './service.ts';

const demo = await testDatabase({ env: { DEMO: '1' } });
const live = await testDatabase();
afterAll(() => useWeb(null));

describe('the demo', () => {
  beforeAll(() => useWeb(assembleWeb(demo.deps)));
  const seed = () => seedDemo(demo.deps, { now: demo.clock.now() });

  it('has one person, the same however often it is seeded, whatever was tried with him', async () => {
    expect(await seed()).toEqual({ login: 'demo', password: 'stardesk-demo' });
    await demo.deps.db.user.updateMany({ data: { blockedAt: demo.clock.now(), passwordHash: null } });
    await Promise.all([seed(), seed()]);
    expect(await demo.deps.db.user.findMany()).toMatchObject([
      { login: 'demo', isDemo: true, role: 'user', blockedAt: null },
    ]);
    expect((await new WebClient().signIn('demo', 'stardesk-demo')).status).toBe(200);
  });
  it('opens with one click', async () => {
    const client = new WebClient();
    expect((await client.openDemo()).status).toBe(200);
    expect((await client.call('me.get', undefined, 'query')).value).toMatchObject({ login: 'demo', isDemo: true });
  });
  it('does not open for a form of another site, or one without the cookie’s token', async () => {
    const client = new WebClient();
    const body = { csrfToken: await client.csrfToken(), json: 'true' };
    const headers = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' };
    const foreign = await client.auth('callback/demo', { method: 'POST', form: true, body, headers });
    expect(foreign).toMatchObject({ status: 403, body: { code: 'cross_site' } });
    const forged = await client.auth('callback/demo', { method: 'POST', form: true, body: { csrfToken: 'x' } });
    expect(forged.location).toBe('/login?error=cross_site');
    expect(await client.session()).toBeNull();
  });
  it('lets nobody change the shared account', async () => {
    const client = new WebClient();
    await client.openDemo();
    const change = { currentPassword: 'stardesk-demo', newPassword: 'mine and only mine' };
    expect((await client.call('passwords.change', change)).failure).toEqual({ code: 'demo_account' });
    const deletion = { confirmation: 'demo', password: 'stardesk-demo' };
    expect((await client.call('account.delete', deletion)).failure).toEqual({ code: 'demo_account' });
  });
});

describe('a live installation', () => {
  beforeAll(() => useWeb(assembleWeb(live.deps)));

  it('has no demo person and no way to open one', async () => {
    await expect(seedDemo(live.deps, { now: live.clock.now() })).rejects.toThrow('DEMO=1');
    expect((await new WebClient().openDemo()).status).toBe(404);
    const client = new WebClient();
    expect((await client.auth('providers')).body).not.toHaveProperty('demo');
    expect((await client.call('entrance.get', undefined, 'query')).value).toMatchObject({ demo: false });
    expect(await live.deps.db.user.count()).toBe(0);
  });
});
