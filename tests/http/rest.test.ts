import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DELETE, GET, PATCH, POST } from '#/app/api/v1/[...path]/route.ts';
import { assembleWeb, useWeb } from '#/server/compose.web.ts';
import { testDatabase } from '#/tests/support/database.ts';
import { contextFor, request } from '../security/knock.ts';
import { makeWorld, type World } from '../security/world.ts';

const { deps, clock } = await testDatabase();
let world: World;
let adminKey: string;
beforeAll(() => useWeb(assembleWeb(deps)));
afterAll(() => useWeb(null));
beforeEach(async () => {
  world = await makeWorld(deps);
  adminKey = `sd_${randomBytes(43).toString('hex').slice(0, 43)}`;
  await deps.db.apiKey.create({
    data: {
      userId: world.admin.id,
      name: 'all',
      prefix: adminKey.slice(0, 10),
      digest: createHash('sha256').update(adminKey).digest('base64url'),
      scopes: ['read', 'write', 'admin'],
      createdAt: deps.clock.now(),
    },
  });
});

const handlers = { GET, POST, PATCH, DELETE };
type Method = keyof typeof handlers;
async function ask(method: Method, path: string, headers: Record<string, string> = {}, body?: unknown) {
  const init = { method, headers: { 'content-type': 'application/json', ...headers } };
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const asked = request(`/api/v1${path}`, body === undefined ? init : { ...init, body: text });
  const response = await handlers[method](asked, contextFor());
  return { status: response.status, headers: response.headers, json: await response.json() };
}
const bearer = (key: string) => ({ authorization: `Bearer ${key}` });

describe('REST', () => {
  it('serves one’s own things to a key, a session and nobody else', async () => {
    const { owner } = world;
    expect(await ask('GET', '/me', bearer(owner.key))).toMatchObject({ status: 200, json: { id: owner.id } });
    expect(await ask('GET', '/me', { cookie: owner.cookie })).toMatchObject({ status: 200, json: { id: owner.id } });
    expect((await ask('GET', '/me')).headers.get('www-authenticate')).toContain('Bearer');
    expect(await ask('GET', '/me', bearer(`sd_${'x'.repeat(43)}`))).toMatchObject({ status: 401 });
  });
  it('changes things for a key that may write', async () => {
    const { owner } = world;
    const changed = await ask('PATCH', '/me', bearer(owner.writeKey), { displayName: 'Anew' });
    expect(changed).toMatchObject({ status: 200, json: { displayName: 'Anew' } });
    expect(await ask('PATCH', '/me', bearer(owner.key), { displayName: 'x' })).toMatchObject({
      status: 403,
      json: { code: 'not_allowed' },
    });
  });
  it('refuses changes by cookie, and pages of other sites altogether', async () => {
    const { cookie } = world.owner;
    expect(await ask('PATCH', '/me', { cookie }, { displayName: 'x' })).toMatchObject({
      status: 403,
      json: { code: 'api_key_required' },
    });
    const foreign = { cookie, origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
    const read = await ask('GET', '/me', foreign);
    expect(read).toMatchObject({ status: 403, json: { code: 'cross_site' } });
    expect([...read.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
  it('tells failures as problem+json, in the caller’s language', async () => {
    const headers = { ...bearer(world.owner.writeKey), 'accept-language': 'en-GB', 'x-request-id': 'problem-1' };
    const answer = await ask('PATCH', '/me', headers, { displayName: 7, locale: 'xx' });
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(answer).toMatchObject({
      status: 400,
      json: {
        type: 'urn:stardesk:problem:invalid_input',
        title: 'Bad Request',
        status: 400,
        detail: 'Check these fields: displayName, locale.',
        instance: 'urn:stardesk:request:problem-1',
        code: 'invalid_input',
        params: { fields: 'displayName, locale' },
        requestId: 'problem-1',
      },
    });
    const russian = await ask('PATCH', '/me', { ...headers, cookie: 'locale=ru' }, { locale: 'xx' });
    expect(russian.json.detail).toBe('Проверьте поля: locale.');
    expect(russian.headers.get('content-language')).toBe('ru');
  });
  it('says what an address can do', async () => {
    const answer = await ask('DELETE', '/me', bearer(world.owner.writeKey));
    expect(answer.headers.get('allow')).toBe('GET, PATCH');
    expect(answer).toMatchObject({ status: 405, json: { code: 'method_not_allowed' } });
    expect(await ask('GET', '/nothing')).toMatchObject({ status: 404 });
  });
  it('takes JSON and nothing else', async () => {
    const headers = { ...bearer(world.owner.writeKey), 'content-type': 'text/plain' };
    expect(await ask('PATCH', '/me', headers, { displayName: 'x' })).toMatchObject({ status: 415 });
    expect(await ask('PATCH', '/me', bearer(world.owner.writeKey), '{"displayName"')).toMatchObject({ status: 400 });
    expect(await ask('PATCH', '/me', bearer(world.owner.writeKey), 'x'.repeat(1_048_577))).toMatchObject({
      status: 413,
    });
  });
  it('reads numbers out of queries and links the next page', async () => {
    const first = await ask('GET', '/admin/users?limit=2&filter=all', bearer(adminKey));
    expect(first.json.items).toHaveLength(2);
    const link = /^<\/api\/v1(.+)>; rel="next"$/.exec(first.headers.get('link') ?? '')?.[1] ?? '';
    expect(link).toContain('limit=2');
    const second = await ask('GET', link, bearer(adminKey));
    const ids = (answer: typeof first) => answer.json.items.map(({ id }: { id: string }) => id);
    expect(second.json.items).toHaveLength(2);
    expect(ids(first)).not.toEqual(expect.arrayContaining(ids(second)));
    expect(await ask('GET', '/admin/users?limit=two', bearer(adminKey))).toMatchObject({ status: 400 });
  });
});

describe('Idempotency-Key', () => {
  const invite = (key: string, body: unknown = { days: 3 }) =>
    ask('POST', '/admin/invitations', { ...bearer(adminKey), 'idempotency-key': key }, body);
  const invitations = () => deps.db.linkCode.count({ where: { purpose: 'invitation', userId: world.admin.id } });

  it('carries out one of many equal requests and answers all of them the same', async () => {
    const before = await invitations();
    const answers = await Promise.all(Array.from({ length: 20 }, () => invite('one')));
    expect((await invitations()) - before).toBe(1);
    const created = answers.filter(({ status }) => status === 200);
    for (const { status, json, headers } of answers.filter((answer) => !created.includes(answer))) {
      expect({ status, code: json.code }).toEqual({ status: 409, code: 'idempotency_in_progress' });
      expect(headers.get('retry-after')).toBe('2');
    }
    const repeat = await invite('one');
    expect(repeat.headers.get('idempotent-replayed')).toBe('true');
    expect(repeat.json).toEqual(created[0]?.json);
    expect((await invitations()) - before).toBe(1);
  });
  it('refuses another request under the same key, and another address', async () => {
    await invite('two');
    expect(await invite('two', { days: 4 })).toMatchObject({ status: 422, json: { code: 'idempotency_mismatch' } });
    const headers = { ...bearer(adminKey), 'idempotency-key': 'two' };
    expect(await ask('PATCH', '/me', headers, { days: 3 })).toMatchObject({ status: 422 });
  });
  it('keeps the first answer when it was a refusal of the thing itself', async () => {
    const revoke = () =>
      ask('DELETE', `/admin/invitations/${world.owner.id}`, { ...bearer(adminKey), 'idempotency-key': 'three' });
    expect(await revoke()).toMatchObject({ status: 404, json: { code: 'not_found' } });
    const repeat = await revoke();
    expect(repeat).toMatchObject({ status: 404, json: { code: 'not_found' } });
    expect(repeat.headers.get('idempotent-replayed')).toBe('true');
    expect(repeat.headers.get('content-type')).toContain('problem+json');
  });
  it('frees the key when the caller was turned away', async () => {
    const headers = { ...bearer(world.owner.key), 'idempotency-key': 'four' };
    expect(await ask('PATCH', '/me', headers, { displayName: 'A' })).toMatchObject({ status: 403 });
    const allowed = { ...bearer(world.owner.writeKey), 'idempotency-key': 'four' };
    expect(await ask('PATCH', '/me', allowed, { displayName: 'A' })).toMatchObject({ status: 200 });
  });
  it('is one owner’s: another may use the same word', async () => {
    const change = (key: string) =>
      ask('PATCH', '/me', { ...bearer(key), 'idempotency-key': 'five' }, { displayName: 'B' });
    const [mine, theirs] = [await change(world.owner.writeKey), await change(world.stranger.writeKey)];
    expect([mine.json.id, theirs.json.id]).toEqual([world.owner.id, world.stranger.id]);
  });
  it('is not run again after a crash that left no answer, and says so', async () => {
    await invite('six');
    await deps.pool.query(
      "UPDATE idempotent_replies SET answered_at = NULL, status = NULL, body = NULL WHERE key = 'six'",
    );
    const before = await invitations();
    expect(await invite('six')).toMatchObject({ status: 409, json: { code: 'idempotency_in_progress' } });
    clock.setOffset(clock.offsetMs + 121_000);
    const late = await invite('six');
    expect(late).toMatchObject({ status: 409, json: { code: 'idempotency_unknown' } });
    expect(late.headers.get('retry-after')).toBeNull();
    expect(await invitations()).toBe(before);
  });
  it.each(['', 'a b', 'ключ', 'x'.repeat(201)])('refuses the key %j', async (key) => {
    const headers = new Headers(bearer(adminKey));
    headers.set('idempotency-key', Buffer.from(key).toString('latin1'));
    expect(await ask('POST', '/admin/invitations', Object.fromEntries(headers), {})).toMatchObject({
      status: 400,
      json: { code: 'idempotency_key_invalid' },
    });
  });
});
