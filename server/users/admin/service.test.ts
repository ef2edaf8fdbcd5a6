import { describe, expect, it } from 'vitest';
import { testDatabase } from '#/tests/support/database.ts';
import { registerPerson } from '#/tests/support/people.ts';
import { listAudit } from '../audit/data.ts';
import { openSession } from '../sessions/service.ts';
import { findUser, listUsers } from './data.ts';
import { blockUser, setRole, unblockUser } from './service.ts';

const { deps, clock } = await testDatabase({ env: { ADMIN_USER_IDS: '900100' } });
const address = '192.0.2.1';
const chief = await registerPerson(deps, { login: 'chief', role: 'admin' });
const on = (userId: string, adminId = chief.userId) => ({ adminId, userId, address, now: clock.now() });
const find = (query: Partial<Parameters<typeof listUsers>[1]>) =>
  listUsers(deps, { filter: 'all', limit: 50, ...query });
const detail = async (userId: string) => {
  const found = await findUser(deps, { userId, now: clock.now() });
  if (!found.ok) throw new Error(found.failure.code);
  return found.value;
};

describe('blocking', () => {
  it('ends every session, says why, and can be undone', async () => {
    const { userId } = await registerPerson(deps);
    const origin = { address, userAgent: '' };
    await openSession(deps.db, { userId, origin, replaces: null, by: 'password', now: clock.now() });
    expect(await detail(userId)).toMatchObject({ state: 'active', openSessions: 1 });
    expect(await blockUser(deps, { ...on(userId), reason: 'Рассылал спам' })).toMatchObject({ ok: true });
    expect(await detail(userId)).toMatchObject({ state: 'blocked', openSessions: 0, blockedReason: 'Рассылал спам' });
    expect(await unblockUser(deps, on(userId))).toMatchObject({ ok: true });
    const { recentAudit } = await detail(userId);
    expect(recentAudit.map(({ action }) => action)).toEqual(['users.unblocked', 'users.blocked', 'users.signed_in']);
    expect(recentAudit[1]).toMatchObject({
      actor: { id: chief.userId, name: 'chief' },
      details: { reason: 'Рассылал спам', endedSessions: 1 },
      address,
    });
  });
  it('is nothing for oneself, nor for those who are not there', async () => {
    const block = (userId: string) => blockUser(deps, { ...on(userId), reason: 'just because' });
    expect(await block(chief.userId)).toMatchObject({ failure: { code: 'not_yourself' } });
    expect(await block(crypto.randomUUID())).toMatchObject({ failure: { code: 'not_found' } });
  });
  it('of each other by two admins at once leaves one of them', async () => {
    const second = await registerPerson(deps, { role: 'admin' });
    const both = await Promise.all([
      blockUser(deps, { ...on(second.userId), reason: 'quarrel' }),
      blockUser(deps, { ...on(chief.userId, second.userId), reason: 'quarrel' }),
    ]);
    expect(both.map((result) => (result.ok ? 'ok' : result.failure.code)).sort()).toEqual(['last_admin', 'ok']);
    await deps.db.user.updateMany({ data: { blockedAt: null } });
    await deps.db.user.update({ where: { id: second.userId }, data: { role: 'user' } });
  });
});

describe('roles', () => {
  it('are given and taken, but the last admin’s', async () => {
    const { userId } = await registerPerson(deps);
    expect(await setRole(deps, { ...on(chief.userId), role: 'user' })).toMatchObject({
      failure: { code: 'last_admin' },
    });
    expect(await setRole(deps, { ...on(userId), role: 'admin' })).toMatchObject({ ok: true });
    expect(await setRole(deps, { ...on(chief.userId), role: 'user' })).toMatchObject({ ok: true });
    expect(await setRole(deps, { ...on(chief.userId, userId), role: 'admin' })).toMatchObject({ ok: true });
    expect(await setRole(deps, { ...on(userId), role: 'user' })).toMatchObject({ ok: true });
  });
  it('of ADMIN_USER_IDS are the configuration’s', async () => {
    const { userId } = await registerPerson(deps);
    await deps.db.user.update({ where: { id: userId }, data: { telegramId: 900100n } });
    expect(await detail(userId)).toMatchObject({ role: 'admin', roleFixed: true });
    expect(await setRole(deps, { ...on(userId), role: 'user' })).toMatchObject({
      failure: { code: 'role_from_configuration' },
    });
    expect((await find({ filter: 'admins' })).items.map(({ id }) => id)).toEqual([userId, chief.userId]);
    await deps.db.user.update({ where: { id: userId }, data: { telegramId: null } });
  });
  it('never go to the demo’s person, whose password everybody knows', async () => {
    const { userId } = await registerPerson(deps);
    await deps.db.user.update({ where: { id: userId }, data: { isDemo: true } });
    expect(await setRole(deps, { ...on(userId), role: 'admin' })).toMatchObject({ failure: { code: 'demo_account' } });
  });
});

describe('the list of people', () => {
  it('is found by part of a name, by @username, by Telegram id, in any case and either alphabet', async () => {
    const { userId } = await registerPerson(deps, { login: 'Феврония' });
    const data = { displayName: 'Февра 100%', telegramId: 987_654_321_000n, telegramUsername: 'fevronia' };
    await deps.db.user.update({ where: { id: userId }, data });
    for (const search of ['феврон', 'ФЕВР', '@fevro', '987654321000', '100%', userId]) {
      expect((await find({ search })).items.map(({ id }) => id)).toEqual([userId]);
    }
    for (const search of ['100_', '98765432100', '%%%', "'; DROP TABLE users; --"]) {
      expect(await find({ search })).toMatchObject({ items: [], total: 0, nextCursor: null });
    }
  });
  it('comes page by page, nobody twice, nobody left out', async () => {
    for (let i = 0; i < 7; i++) await registerPerson(deps, { login: `paged-${i}` });
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof find>> = await find({
        search: 'paged-',
        limit: 3,
        ...(cursor && { cursor }),
      });
      expect(page.total).toBe(7);
      seen.push(...page.items.map(({ login }) => login ?? ''));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual([6, 5, 4, 3, 2, 1, 0].map((i) => `paged-${i}`));
  });
  it('begins anew with a cursor that is none', async () => {
    expect((await find({ cursor: "x' OR 1=1" })).items.length).toBeGreaterThan(0);
  });
});

describe('the audit', () => {
  it('is read page by page and filtered by person, action and time', async () => {
    const { userId } = await registerPerson(deps);
    for (let i = 0; i < 5; i++) {
      clock.setOffset(i * 1000);
      await blockUser(deps, { ...on(userId), reason: `reason ${i}` });
    }
    const first = await listAudit(deps, { userId, limit: 3 });
    const second = await listAudit(deps, { userId, limit: 3, cursor: first.nextCursor ?? '' });
    const reasons = [...first.items, ...second.items].map(({ details }) => details.reason);
    expect(reasons).toEqual([4, 3, 2, 1, 0].map((i) => `reason ${i}`));
    expect(second.nextCursor).toBeNull();
    const since = first.items[1]?.at ?? '';
    expect((await listAudit(deps, { userId, since, limit: 50 })).items).toHaveLength(2);
    expect((await listAudit(deps, { userId, action: 'users.unblocked', limit: 50 })).items).toEqual([]);
    clock.setOffset(0);
  });
});
