import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assembleWeb, useWeb } from '#/server/compose.web.ts';
import { testDatabase } from '#/tests/support/database.ts';
import { goodPassword, registerPerson } from '#/tests/support/people.ts';
import { WebClient } from '#/tests/support/web-client.ts';

const { deps, clock } = await testDatabase();
beforeAll(() => useWeb(assembleWeb(deps)));
afterAll(() => useWeb(null));

async function signedIn(person?: { login: string; password: string }, client = new WebClient()) {
  const { login, password } = person ?? (await registerPerson(deps));
  expect((await client.signIn(login, password)).status).toBe(200);
  return client;
}

describe('signing in over next-auth', () => {
  it('gives an httpOnly Lax cookie of seven days that opens the procedures', async () => {
    const { login, userId } = await registerPerson(deps);
    const client = new WebClient();
    const { status, setCookies, body } = await client.signIn(login, goodPassword);
    expect([status, body.url]).toEqual([200, 'http://127.0.0.1:3000/app']);
    const cookie = setCookies.find((one) => one.includes('session-token')) ?? '';
    expect(cookie).toMatch(
      /^next-auth-[0-9a-f]{6}\.session-token=[^;]{50,}; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/,
    );
    const expires = Date.parse(/Expires=([^;]+)/.exec(cookie)?.[1] ?? '');
    expect(expires - Date.now()).toBeGreaterThan(7 * 86_400_000 - 10_000);
    expect(expires - Date.now()).toBeLessThan(7 * 86_400_000 + 10_000);
    expect(await client.session()).toBe(userId);
    expect((await client.call('me.get', undefined, 'query')).value).toMatchObject({ id: userId, login, role: 'user' });
  });
  it('keeps names, roles and other facts out of the cookie', async () => {
    const client = await signedIn();
    const token = [...client.jar].find(([name]) => name.includes('session-token'))?.[1] ?? '';
    // An encrypted JWT: five parts, of which the first says how.
    expect(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()).toContain('"A256GCM"');
    expect(token.split('.')).toHaveLength(5);
  });
  it('is the same person whatever the case and the width of the letters typed', async () => {
    await registerPerson(deps, { login: 'Ludmila' });
    await signedIn({ login: '  ｌｕｄＭＩＬＡ ', password: goodPassword });
  });
  it('says how many tries are left, in the language of the browser', async () => {
    const { login } = await registerPerson(deps);
    const answer = await new WebClient().signIn(login, 'wrong wrong wrong', { 'accept-language': 'ru' });
    expect(answer).toMatchObject({
      status: 401,
      body: { code: 'wrong_credentials', params: { left: 4, minutes: 15 } },
    });
    expect(answer.body.detail).toContain('Осталось 4 попытки, потом пауза 15 мин.');
    const forClient = JSON.parse(new URL(String(answer.body.url)).searchParams.get('error') ?? '');
    expect(forClient).toMatchObject({ code: 'wrong_credentials', params: { left: 4 } });
  });
  it('refuses a form whose token is not the cookie’s', async () => {
    const { login } = await registerPerson(deps);
    const client = new WebClient();
    await client.csrfToken();
    const body = { csrfToken: 'forged', login, password: goodPassword, json: 'true' };
    const answer = await client.auth('callback/credentials', { method: 'POST', form: true, body });
    expect(answer).toMatchObject({ status: 403, body: { code: 'cross_site' } });
    expect(await client.session()).toBeNull();
  });
  it('refuses a form posted by another site', async () => {
    const client = new WebClient();
    const csrfToken = await client.csrfToken();
    const headers = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' };
    const body = { csrfToken, login: 'anna', password: goodPassword, json: 'true' };
    const answer = await client.auth('callback/credentials', { method: 'POST', form: true, body, headers });
    expect(answer).toMatchObject({ status: 403, body: { code: 'cross_site' } });
  });
  it('never sends the browser to another site afterwards', async () => {
    const { login, password } = await registerPerson(deps);
    const client = new WebClient();
    const csrfToken = await client.csrfToken();
    const body = { csrfToken, login, password, json: 'true', callbackUrl: 'https://evil.example/app' };
    const answer = await client.auth('callback/credentials', { method: 'POST', form: true, body });
    expect(answer.body.url).toBe('http://127.0.0.1:3000/app');
  });
  it('sends a page without scripts on by redirects', async () => {
    const { login, password } = await registerPerson(deps);
    const client = new WebClient();
    const fields = { csrfToken: await client.csrfToken(), login, callbackUrl: '/app' };
    const wrong = { ...fields, password: 'wrong wrong wrong' };
    expect(await client.auth('callback/credentials', { method: 'POST', form: true, body: wrong })).toMatchObject({
      status: 303,
      location: '/login?error=wrong_credentials',
    });
    const right = { ...fields, password };
    expect(await client.auth('callback/credentials', { method: 'POST', form: true, body: right })).toMatchObject({
      status: 303,
      location: 'http://127.0.0.1:3000/app',
    });
  });
  it('has none of next-auth’s other doors', async () => {
    const client = new WebClient();
    for (const path of ['_log', 'verify-request', 'callback/github', 'session/x/y', 'callback/demo']) {
      expect((await client.auth(path, { method: 'POST', form: true, body: {} })).status).toBe(404);
    }
    expect((await client.auth('signin')).location).toMatch(/^\/login\?/);
  });
  it('answers a signed-out or a forged cookie with nobody, without a fault', async () => {
    const client = await signedIn();
    const [name = '', value = ''] = [...client.jar].find(([one]) => one.includes('session-token')) ?? [];
    client.jar.set(name, `${value.slice(0, -3)}AAA`);
    expect(await client.session()).toBeNull();
    expect((await client.call('me.get', undefined, 'query')).failure).toEqual({ code: 'not_signed_in' });
  });
});

describe('the end of a session', () => {
  it('refuses a copied cookie on the next request after "sign out everywhere"', async () => {
    const person = await registerPerson(deps);
    const client = await signedIn(person);
    const thief = client.copy();
    expect((await thief.call('me.get', undefined, 'query')).status).toBe(200);
    expect((await client.call('sessions.endAll', { keepCurrent: false })).value).toEqual({ ended: 1 });
    expect((await thief.call('me.get', undefined, 'query')).failure).toEqual({ code: 'not_signed_in' });
    expect(await thief.session()).toBeNull();
    expect((await client.call('me.get', undefined, 'query')).failure).toEqual({ code: 'not_signed_in' });
  });
  it('ends the row at «Выйти», so that a copied cookie is worth nothing', async () => {
    const client = await signedIn();
    const thief = client.copy();
    expect((await client.signOut()).status).toBe(200);
    expect([...client.jar.keys()].filter((name) => name.includes('session-token'))).toEqual([]);
    expect((await thief.call('me.get', undefined, 'query')).failure).toEqual({ code: 'not_signed_in' });
  });
  it('ends one session alone and leaves the others', async () => {
    const person = await registerPerson(deps);
    const [here, there] = [await signedIn(person), await signedIn(person, new WebClient('203.0.113.99'))];
    there.userAgent = 'irrelevant now';
    const list = (await here.call('sessions.list', undefined, 'query')).value as {
      items: { id: string; current: boolean; browser: string; system: string; address: string }[];
    };
    expect(list.items).toHaveLength(2);
    expect(list.items[0]).toMatchObject({ current: true, browser: 'Chrome', system: 'Linux', address: '203.0.113.7' });
    const other = list.items.find(({ current }) => !current);
    await here.call('sessions.end', { sessionId: other?.id });
    expect((await there.call('me.get', undefined, 'query')).failure).toEqual({ code: 'not_signed_in' });
    expect((await here.call('me.get', undefined, 'query')).status).toBe(200);
  });
  it('never ends a stranger’s session', async () => {
    const [mine, stranger] = [await signedIn(), await signedIn()];
    const { items } = (await stranger.call('sessions.list', undefined, 'query')).value as { items: { id: string }[] };
    expect((await mine.call('sessions.end', { sessionId: items[0]?.id })).failure).toEqual({ code: 'not_found' });
    expect((await stranger.call('me.get', undefined, 'query')).status).toBe(200);
  });
  it('signs out every other browser when the password changes', async () => {
    const person = await registerPerson(deps);
    const [here, there] = [await signedIn(person), await signedIn(person)];
    const change = { currentPassword: person.password, newPassword: 'another long sentence' };
    expect((await here.call('passwords.change', change)).value).toEqual({ endedSessions: 1 });
    expect((await there.call('me.get', undefined, 'query')).failure).toEqual({ code: 'not_signed_in' });
    expect((await here.call('me.get', undefined, 'query')).status).toBe(200);
    expect((await new WebClient('203.0.113.50').signIn(person.login, person.password)).status).toBe(401);
    await signedIn({ login: person.login, password: 'another long sentence' });
  });
  it('replaces the session of a browser that signs in again', async () => {
    const person = await registerPerson(deps);
    const client = await signedIn(person);
    await signedIn(person, client);
    const { items } = (await client.call('sessions.list', undefined, 'query')).value as { items: object[] };
    expect(items).toHaveLength(1);
  });
  it('comes after seven days by itself', async () => {
    const client = await signedIn();
    clock.setOffset(7 * 86_400_000 - 60_000);
    expect((await client.call('me.get', undefined, 'query')).status).toBe(200);
    clock.setOffset(7 * 86_400_000 + 60_000);
    expect((await client.call('me.get', undefined, 'query')).failure).toEqual({ code: 'not_signed_in' });
    clock.setOffset(0);
  });
  it('tells a blocked person why, at every door of the cookie', async () => {
    const person = await registerPerson(deps);
    const client = await signedIn(person);
    await deps.db.user.update({ where: { id: person.userId }, data: { blockedAt: clock.now() } });
    expect((await client.call('me.get', undefined, 'query')).failure).toEqual({ code: 'blocked' });
    expect(await client.session()).toBeNull();
    expect((await new WebClient().signIn(person.login, person.password)).body).toMatchObject({ code: 'blocked' });
  });
});
