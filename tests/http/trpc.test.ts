import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GET, POST } from '#/app/api/trpc/[trpc]/route.ts';
import { assembleWeb, useWeb } from '#/server/compose.web.ts';
import { openDatabase } from '#/server/lib/db.ts';
import type { Deps } from '#/server/lib/deps.ts';
import { createLog } from '#/server/lib/log.ts';
import { Secret } from '#/server/lib/secret.ts';
import { testDatabase } from '#/tests/support/database.ts';
import { contextFor, knocked, origin, request } from '../security/knock.ts';
import { makeWorld, type World } from '../security/world.ts';

const { deps } = await testDatabase();
let world: World;
beforeAll(async () => {
  useWeb(assembleWeb(deps));
  world = await makeWorld(deps);
});
afterAll(() => useWeb(null));

const get = async (path: string, headers: Record<string, string> = {}) =>
  knocked(await GET(request(`/api/trpc/${path}`, { headers }), contextFor()));
const post = async (path: string, headers: Record<string, string>, body: BodyInit | null = '{}') =>
  knocked(await POST(request(`/api/trpc/${path}`, { method: 'POST', headers, body }), contextFor()));
const json = { 'content-type': 'application/json' };
const batch = (count: number) => `${Array(count).fill('ping').join(',')}?batch=1&input=${encodeURIComponent('{}')}`;

describe('tRPC over HTTP', () => {
  it('answers batches up to the limit and none above it', async () => {
    expect(JSON.parse((await get(batch(20))).text)).toHaveLength(20);
    expect(await get(batch(21))).toMatchObject({ status: 400 });
  });
  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/octet-stream',
    '',
  ])('takes no %j, which a form of any site could send', async (type) => {
    const headers = { cookie: world.owner.cookie, ...(type && { 'content-type': type }) };
    expect(await post('sessions.endAll', headers)).toMatchObject({ status: 415, answer: 'unsupported_media_type' });
  });
  it('takes JSON with a charset', async () => {
    const headers = { 'content-type': 'Application/JSON; charset=utf-8', cookie: world.stranger.cookie };
    expect(await post('me.update', headers, '{"displayName":"Б"}')).toMatchObject({ answer: 'ok' });
  });
  it('refuses what another site’s page sent, reads as well', async () => {
    const foreign = { origin: 'https://evil.example', cookie: world.owner.cookie };
    expect(await post('sessions.endAll', { ...json, ...foreign })).toMatchObject({ status: 403, answer: 'cross_site' });
    expect(await get('me.get', { cookie: world.owner.cookie, 'sec-fetch-site': 'cross-site' })).toMatchObject({
      answer: 'cross_site',
    });
    expect(await get('me.get', { cookie: world.owner.cookie, origin, 'sec-fetch-site': 'same-origin' })).toMatchObject({
      answer: 'ok',
    });
  });
  it('does not fall back to the cookie when another proof is shown', async () => {
    const headers = { cookie: world.owner.cookie, authorization: 'tma forged', 'sec-fetch-site': 'cross-site' };
    expect(await get('me.get', headers)).toMatchObject({ status: 401 });
  });
  it('runs mutations by POST and queries by GET only', async () => {
    expect(await get('sessions.endAll', { cookie: world.owner.cookie })).toMatchObject({ status: 405 });
    expect(await post('me.get', { ...json, cookie: world.owner.cookie })).toMatchObject({ status: 405 });
  });
  it('refuses a body past 1 MB, broken JSON, NUL and broken text', async () => {
    const headers = { ...json, cookie: world.owner.cookie };
    expect(await post('me.update', headers, 'x'.repeat(1_048_577))).toMatchObject({ status: 413 });
    for (const body of ['{', '{"displayName":"\\u0000"}', '{"displayName":"\\ud800"}', `${'['.repeat(9000)}`]) {
      expect(await post('me.update', headers, body)).toMatchObject({ status: 400, answer: 'invalid_input' });
    }
    expect(await get(`me.get?input=${encodeURIComponent('{"a":"\\u0000"}')}`)).toMatchObject({ status: 400 });
  });
  it('tells a failure with its sentence and the request’s number, and nothing of our insides', async () => {
    const headers = { 'accept-language': 'en', 'x-request-id': 'request-of-test' };
    const { text, status } = await get('me.get', headers);
    expect(status).toBe(401);
    expect(JSON.parse(text).error).toEqual({
      message: 'Sign in to continue.',
      code: -32_001,
      data: {
        code: 'UNAUTHORIZED',
        httpStatus: 401,
        path: 'me.get',
        requestId: 'request-of-test',
        failure: { code: 'not_signed_in' },
      },
    });
  });
  it('is not stored anywhere on the way', async () => {
    expect((await get('ping')).headers.get('cache-control')).toBe('no-store');
    expect((await get('me.get')).headers.get('cache-control')).toBe('no-store');
  });
});

describe('when our side fails', () => {
  const lines: string[] = [];
  const log = createLog({ logLevel: 'info' }, 'web', { write: (line) => void lines.push(line) });

  it('answers 503 while the database is away, for one call and for a batch', async () => {
    const url = new Secret('postgresql://app:app@127.0.0.1:1/gone');
    const gone = openDatabase({ ...deps.config.database, url, poolTimeoutMs: 500 }, 'stardesk-test-gone');
    const away: Deps = { ...deps, db: gone.prisma, pool: gone.pool, log };
    useWeb(assembleWeb(away));
    const one = await get('me.get', { cookie: world.owner.cookie, 'accept-language': 'en' });
    const publicOne = await get('entrance.get', { 'accept-language': 'en' });
    useWeb(assembleWeb(deps));
    await gone.close();
    expect(one).toMatchObject({ status: 503, answer: 'unavailable' });
    expect(publicOne).toMatchObject({ status: 503, answer: 'unavailable' });
    expect(publicOne.headers.get('retry-after')).toBe('5');
    expect(lines.join()).toContain('request.failed');
  });
  it('answers a bug with its number only, and logs it under that number', async () => {
    const broken = new Proxy(deps.db, {
      get: (target, name) => {
        if (name === 'ledgerAccount' || name === 'user') throw new TypeError('a secret of the code');
        return Reflect.get(target, name);
      },
    });
    lines.length = 0;
    useWeb(assembleWeb({ ...deps, db: broken, log }));
    const failed = await get('me.get', { cookie: world.owner.cookie, 'x-request-id': 'number-of-the-bug' });
    useWeb(assembleWeb(deps));
    expect(failed).toMatchObject({ status: 500, answer: 'unexpected' });
    expect(failed.text).toContain('number-of-the-bug');
    expect(failed.text).not.toMatch(/secret of the code|TypeError|\.ts:/);
    expect(lines.map((line) => JSON.parse(line))).toContainEqual(
      expect.objectContaining({
        level: 'error',
        event: 'procedure.failed',
        requestId: 'number-of-the-bug',
        path: 'me.get',
      }),
    );
  });
});
