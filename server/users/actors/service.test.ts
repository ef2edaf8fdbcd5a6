import { describe, expect, it } from 'vitest';
import { testDatabase } from '#/tests/support/database.ts';
import { initDataOf, testBotToken } from '#/tests/support/mini-app.ts';
import { registerPerson } from '#/tests/support/people.ts';
import { createApiKey, revokeApiKey } from '../api-keys/service.ts';
import { createInvitation } from '../invitations/service.ts';
import type { ApiScope } from '../model.ts';
import { openSession } from '../sessions/service.ts';
import { resolveActor } from './service.ts';

const env = { BOT_TOKEN: testBotToken, ADMIN_USER_IDS: '777000111' };
const { deps, clock } = await testDatabase({ env });
const withRegistration = (registration: 'open' | 'invite' | 'closed') => ({
  ...deps,
  config: { ...deps.config, registration },
});
let ids = 100_000;
const resolve = (authorization: string | null, on = deps) =>
  resolveActor(on, { authorization, session: null }, clock.now());
const openMiniApp = (id: number, { startParam = '', username = '', on = deps } = {}) =>
  resolve(
    `tma ${initDataOf({ id, ...(username && { username }) }, { at: clock.now(), ...(startParam && { startParam }) })}`,
    on,
  );

describe('the Mini App’s door', () => {
  it('makes a person known on first sight and knows him again', async () => {
    const id = ++ids;
    const first = await openMiniApp(id, { username: 'anna_k' });
    expect(first).toMatchObject({ kind: 'user', role: 'user', door: { kind: 'mini-app' } });
    expect(await openMiniApp(id, { username: 'anna_new' })).toEqual(first);
    const user = await deps.db.user.findUniqueOrThrow({ where: { telegramId: BigInt(id) } });
    expect(user).toMatchObject({ displayName: 'Анна', telegramUsername: 'anna_new', login: null, passwordHash: null });
  });
  it('makes one person of a Mini App that opens with many requests at once', async () => {
    const id = ++ids;
    const actors = await Promise.all(Array.from({ length: 12 }, () => openMiniApp(id)));
    expect(new Set(actors.map((actor) => (actor.kind === 'user' ? actor.userId : actor.kind))).size).toBe(1);
    expect(await deps.db.user.count({ where: { telegramId: BigInt(id) } })).toBe(1);
  });
  it('is the same person as on the web once linked', async () => {
    const { userId } = await registerPerson(deps);
    await deps.db.user.update({ where: { id: userId }, data: { telegramId: BigInt(++ids) } });
    expect(await openMiniApp(ids)).toMatchObject({ kind: 'user', userId });
  });
  it('lets in whom ADMIN_USER_IDS names as an admin, even while registration is closed', async () => {
    expect(await openMiniApp(777000111, { on: withRegistration('closed') })).toMatchObject({ role: 'admin' });
  });
  it('lets only known people in while registration is closed', async () => {
    const [known, stranger] = [++ids, ++ids];
    await openMiniApp(known);
    expect(await openMiniApp(known, { on: withRegistration('closed') })).toMatchObject({ kind: 'user' });
    expect(await openMiniApp(stranger, { on: withRegistration('closed') })).toEqual({
      kind: 'refused',
      code: 'registration_closed',
    });
    expect(await deps.db.user.count({ where: { telegramId: BigInt(stranger) } })).toBe(0);
  });
  it('asks for an invitation where registration is by invitation, and takes each once', async () => {
    const on = withRegistration('invite');
    const { userId: adminId } = await registerPerson(deps);
    const invitation = await createInvitation(deps, { days: 7, adminId, address: '', now: clock.now() });
    const [first, second] = [++ids, ++ids];
    expect(await openMiniApp(first, { on })).toEqual({ kind: 'refused', code: 'invitation_needed' });
    const startParam = `inv_${invitation.code}`;
    const together = await Promise.all([
      openMiniApp(first, { on, startParam }),
      openMiniApp(first, { on, startParam }),
    ]);
    expect(together.map(({ kind }) => kind)).toEqual(['user', 'user']);
    expect(await openMiniApp(second, { on, startParam })).toEqual({ kind: 'refused', code: 'invitation_needed' });
  });
  it('says why it refuses: forged, old, blocked, no bot', async () => {
    const id = ++ids;
    const raw = initDataOf({ id }, { at: clock.now() });
    expect(await resolve(`tma ${raw.replace(/hash=../, 'hash=00')}`)).toEqual({
      kind: 'refused',
      code: 'init_data_invalid',
    });
    expect(await resolve('tma')).toEqual({ kind: 'refused', code: 'init_data_invalid' });
    const old = initDataOf({ id }, { at: new Date(clock.nowMs() - 25 * 3_600_000) });
    expect(await resolve(`tma ${old}`)).toEqual({ kind: 'refused', code: 'init_data_expired' });
    await openMiniApp(id);
    await deps.db.user.update({ where: { telegramId: BigInt(id) }, data: { blockedAt: clock.now() } });
    expect(await openMiniApp(id)).toEqual({ kind: 'refused', code: 'blocked' });
    const botless = { ...deps, config: { ...deps.config, telegram: { ...deps.config.telegram, botToken: null } } };
    expect(await resolve(`tma ${raw}`, botless)).toEqual({ kind: 'refused', code: 'telegram_not_configured' });
  });
});

describe('the API key’s door', () => {
  const make = async (scopes: ApiScope[] = ['read']) => {
    const { userId } = await registerPerson(deps);
    const asker = { ownerId: userId, address: '', now: clock.now() };
    const created = await createApiKey(deps, { name: 'test', scopes, role: 'user', ...asker });
    if (!created.ok) throw new Error(created.failure.code);
    return { userId, asker, ...created.value };
  };
  it('knows its owner and what the key may do', async () => {
    const { key, userId, summary } = await make(['read', 'write']);
    expect(key).toMatch(/^sd_[0-9A-Za-z]{43}$/);
    expect(await resolve(`Bearer ${key}`)).toEqual({
      kind: 'user',
      userId,
      role: 'user',
      door: { kind: 'api-key', keyId: summary.id, scopes: ['read', 'write'] },
    });
  });
  it('keeps no key, only a digest of it', async () => {
    const { key } = await make();
    const { rows } = await deps.pool.query<{ all: string }>("SELECT string_agg(k::text, ' ') AS all FROM api_keys k");
    expect(rows[0]?.all).not.toContain(key);
    expect(rows[0]?.all).not.toContain(key.slice(12));
  });
  it('closes when the key is revoked, its owner blocked or deleted', async () => {
    const revoked = await make();
    await revokeApiKey(deps, { ...revoked.asker, keyId: revoked.summary.id });
    expect(await resolve(`Bearer ${revoked.key}`)).toEqual({ kind: 'refused', code: 'api_key_invalid' });
    const blocked = await make();
    await deps.db.user.update({ where: { id: blocked.userId }, data: { blockedAt: clock.now() } });
    expect(await resolve(`Bearer ${blocked.key}`)).toEqual({ kind: 'refused', code: 'blocked' });
    const deleted = await make();
    await deps.db.user.update({ where: { id: deleted.userId }, data: { deletedAt: clock.now() } });
    expect(await resolve(`Bearer ${deleted.key}`)).toEqual({ kind: 'refused', code: 'api_key_invalid' });
  });
  it('is not opened by what only looks like a key', async () => {
    const { key } = await make();
    for (const shown of [
      `${key}x`,
      key.slice(0, -1),
      key.toLowerCase(),
      `sd_${'a'.repeat(43)}`,
      '',
      'x'.repeat(5000),
    ]) {
      expect(await resolve(`Bearer ${shown}`)).toEqual({ kind: 'refused', code: 'api_key_invalid' });
    }
  });
  it('notes its last use, at most every few minutes', async () => {
    const { key, summary } = await make();
    const usedAt = async () => (await deps.db.apiKey.findUniqueOrThrow({ where: { id: summary.id } })).lastUsedAt;
    await resolve(`Bearer ${key}`);
    const first = await usedAt();
    expect(first).not.toBeNull();
    clock.setOffset(60_000);
    await resolve(`Bearer ${key}`);
    expect(await usedAt()).toEqual(first);
    clock.setOffset(6 * 60_000);
    await resolve(`Bearer ${key}`);
    expect((await usedAt())?.getTime()).toBeGreaterThan(first?.getTime() ?? 0);
    clock.setOffset(0);
  });
  it('lets nobody have more than twenty keys, however many are asked for at once', async () => {
    const { asker } = await make();
    const asked = await Promise.all(
      Array.from({ length: 24 }, (_, i) =>
        createApiKey(deps, { name: `key ${i}`, scopes: ['read'], role: 'user', ...asker }),
      ),
    );
    expect(asked.filter(({ ok }) => ok)).toHaveLength(19);
    expect(await deps.db.apiKey.count({ where: { userId: asker.ownerId, revokedAt: null } })).toBe(20);
  });
  it('gives the admin scope to admins only', async () => {
    const { asker } = await make();
    const asked = { name: 'mighty', scopes: ['admin' as const], ...asker };
    expect(await createApiKey(deps, { ...asked, role: 'user' })).toMatchObject({ failure: { code: 'not_allowed' } });
    expect(await createApiKey(deps, { ...asked, role: 'admin' })).toMatchObject({ ok: true });
  });
});

describe('a request', () => {
  it('is judged by the header it shows, never by the cookie behind it', async () => {
    const { userId } = await registerPerson(deps);
    const session = await openSession(deps.db, {
      userId,
      origin: { address: '', userAgent: '' },
      replaces: null,
      by: 'password',
      now: clock.now(),
    });
    const shown = (authorization: string | null) => resolveActor(deps, { authorization, session }, clock.now());
    expect(await shown(null)).toMatchObject({ kind: 'user', userId });
    expect(await shown('Bearer sd_wrong')).toEqual({ kind: 'refused', code: 'api_key_invalid' });
    expect(await shown('tma wrong=1')).toEqual({ kind: 'refused', code: 'init_data_invalid' });
    // A proxy's own password in front of the product is not for us.
    expect(await shown('Basic Zm9vOmJhcg==')).toMatchObject({ kind: 'user', userId });
  });
  it('costs one query for its session', async () => {
    const { userId } = await registerPerson(deps);
    const origin = { address: '', userAgent: '' };
    const session = await openSession(deps.db, { userId, origin, replaces: null, by: 'password', now: clock.now() });
    const asked: string[] = [];
    const query = (text: string, values: unknown[]) => {
      asked.push(text);
      return deps.pool.query(text, values);
    };
    const pool = { query };
    await resolveActor({ ...deps, pool: pool as never }, { authorization: null, session }, clock.now());
    expect(asked).toHaveLength(1);
  });
});
