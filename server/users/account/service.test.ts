import { describe, expect, it } from 'vitest';
import { balanceOf } from '#/server/ledger/data.ts';
import { credit, house } from '#/server/ledger/model.ts';
import { postAlone } from '#/server/ledger/service.ts';
import { publish } from '#/server/live/service.ts';
import { ownedData } from '#/server/owned-data.ts';
import { testDatabase } from '#/tests/support/database.ts';
import { goodPassword, registerPerson } from '#/tests/support/people.ts';
import { blockUser, unblockUser } from '../admin/service.ts';
import { createApiKey } from '../api-keys/service.ts';
import { createLinkCode } from '../linking/service.ts';
import { signInWithPassword } from '../sign-in/service.ts';
import { deleteAccount, exportAccount } from './service.ts';

const { deps: made, clock } = await testDatabase();
const deps = { ...made, ownedData };
const address = '198.18.40.41';

/** Somebody who has left a trace in every table that can hold one. */
async function livedIn(login: string, telegramId: bigint) {
  const { userId } = await registerPerson(deps, { login });
  const { userId: adminId } = await registerPerson(deps, { role: 'admin' });
  const now = clock.now();
  await deps.db.user.update({
    where: { id: userId },
    data: { displayName: 'Канарейка Иванова', telegramId, telegramUsername: 'canary_bird', timeZone: 'Asia/Tomsk' },
  });
  const origin = { address, userAgent: 'CanaryBrowser/1.0' };
  await signInWithPassword(deps, { login, password: goodPassword, origin, replaces: null, now });
  await createApiKey(deps, { name: 'canary key', scopes: ['read'], ownerId: userId, role: 'user', address, now });
  await createLinkCode(deps, { ownerId: userId, now });
  const target = { adminId, userId, address: '198.18.1.1', now };
  await blockUser(deps, { ...target, reason: 'Канарейка шумит' });
  await unblockUser(deps, target);
  const sealed = { kind: 'test', envelope: 'v1.canary', createdAt: now };
  await deps.db.sealedSecret.create({ data: { ...sealed, ownerId: userId } });
  await publish(deps.db, { to: { userId }, topic: 'test.canary', payload: { text: 'canary live' } });
  const about = { kind: 'text', payload: { text: 'canary notice' }, createdAt: now };
  await deps.db.outboxMessage.create({ data: { ...about, key: `test:${userId}`, userId, chatId: telegramId } });
  await deps.db.outboxMessage.create({ data: { ...about, key: `chat:${telegramId}`, chatId: telegramId } });
  await deps.db.closedChat.create({
    data: { sender: 'installation', chatId: telegramId, reason: 'bot_blocked', closedAt: now },
  });
  const from = { id: Number(telegramId), first_name: 'Канарейка' };
  const update = (chat: bigint) => ({ message: { from, chat: { id: Number(chat) }, text: 'canary text' } });
  await deps.db.inboxUpdate.createMany({
    data: [telegramId, -100n].map((chat, at) => ({
      botId: 1n,
      updateId: telegramId + BigInt(at),
      chatKey: String(chat),
      payload: update(chat),
      error: 'canary failed',
    })),
  });
  await deps.db.idempotentReply.create({
    data: { ownerId: userId, key: 'k', requestHash: 'h', status: 200, body: 'canary body', createdAt: now },
  });
  const sold = { key: `test:${userId}`, kind: 'test.credit', owner: userId, from: house('test'), now };
  await postAlone(deps, credit({ ...sold, asset: 'stars', amount: 150n }));
  return { userId, adminId };
}

/** Every row of every table that holds one of the words. */
async function traces(...words: string[]): Promise<string[]> {
  const { rows: tables } = await deps.pool.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const { rows } = await deps.pool.query<{ row: string }>(
      `SELECT t::text AS row FROM ${name} t WHERE EXISTS (SELECT 1 FROM unnest($1::text[]) w WHERE t::text ILIKE '%' || w || '%')`,
      [words],
    );
    found.push(...rows.map(({ row }) => `${name}: ${row}`));
  }
  return found;
}
const askToDelete = (ownerId: string, confirmation: string, password = goodPassword) =>
  deleteAccount(deps, { ownerId, confirmation, password, address, now: clock.now() });

describe('deleting one’s account', () => {
  it('leaves no personal data in any table, and the money under a nameless owner', async () => {
    const { userId } = await livedIn('canary-login', 4_242_424_242n);
    const words = ['canary', 'канарейка', address, 'CanaryBrowser', '4242424242', 'Asia/Tomsk'];
    expect((await traces(...words)).length).toBeGreaterThan(12);
    expect(await askToDelete(userId, 'canary-login')).toEqual({ ok: true, value: { done: true } });
    expect((await traces(...words)).filter((row) => !/^public\.inbox_updates: \(1,424242424[23],/.test(row))).toEqual(
      [],
    );
    // Of the inbox only Telegram's own numbers of the updates are left, so that repeats are known again.
    const inbox = await deps.db.inboxUpdate.findMany({ where: { updateId: { gte: 4_242_424_242n } } });
    expect(inbox.map(({ payload, error, handledAt }) => [payload, error, handledAt !== null])).toEqual([
      [{}, null, true],
      [{}, null, true],
    ]);
    expect(await deps.db.user.findUniqueOrThrow({ where: { id: userId } })).toMatchObject({
      login: null,
      passwordHash: null,
      telegramId: null,
      deletedAt: expect.any(Date),
    });
    expect(await balanceOf(deps.db, userId, 'stars')).toMatchObject({ free: 150n });
  });
  it('keeps who did what and when in the audit, and nothing else may blank it', async () => {
    const { userId, adminId } = await livedIn('canary-two', 4_343_434_343n);
    const before = await deps.db.auditEntry.findMany({ where: { subjectId: userId }, orderBy: { id: 'asc' } });
    await expect(deps.pool.query("UPDATE audit_entries SET details = '{}', address = ''")).rejects.toThrow('history');
    await askToDelete(userId, 'canary-two');
    const after = await deps.db.auditEntry.findMany({ where: { subjectId: userId }, orderBy: { id: 'asc' } });
    expect(after).toHaveLength(before.length + 1);
    const who = ({ id, at, actorId, action }: (typeof before)[number]) => ({ id, at, actorId, action });
    expect(after.slice(0, -1).map(who)).toEqual(before.map(who));
    expect(after.at(-1)).toMatchObject({ action: 'users.deleted', actorId: userId });
    await expect(deps.pool.query('DELETE FROM audit_entries WHERE actor_id = $1', [userId])).rejects.toThrow('history');
    const forged = 'UPDATE audit_entries SET actor_id = NULL WHERE actor_id = $1';
    await expect(deps.pool.query(forged, [adminId])).rejects.toThrow('history');
  });
  it('asks for the typed name and the password, a few times only', async () => {
    const { userId, login } = await registerPerson(deps);
    expect(await askToDelete(userId, 'somebody')).toMatchObject({
      failure: { code: 'confirmation_mismatch', params: { expected: login } },
    });
    for (let left = 4; left >= 0; left--) {
      expect(await askToDelete(userId, login, 'wrong')).toMatchObject({
        failure: { code: 'wrong_password', params: { left } },
      });
    }
    expect(await askToDelete(userId, login)).toMatchObject({ failure: { code: 'too_many_requests' } });
    clock.setOffset(15 * 60_000 + 1000);
    expect(await askToDelete(userId, login.toUpperCase())).toMatchObject({ ok: true });
    clock.setOffset(0);
  });
  it('of a person known by Telegram only asks for the typed number', async () => {
    const { id } = await deps.db.user.create({ data: { telegramId: 55_667_788n } });
    expect(await askToDelete(id, '1')).toMatchObject({ failure: { code: 'confirmation_mismatch' } });
    expect(await askToDelete(id, '55667788', '')).toMatchObject({ ok: true });
  });
  it('frees the name for somebody else', async () => {
    const { userId, login } = await registerPerson(deps);
    await askToDelete(userId, login);
    expect((await registerPerson(deps, { login })).userId).not.toBe(userId);
  });
  it('never leaves the installation without an admin, not even when two of them leave at once', async () => {
    await deps.db.user.updateMany({ where: { role: 'admin' }, data: { role: 'user' } });
    // Known by Telegram only: no password is asked for, so that both are at the same place at the same time.
    const admins = [70_001n, 70_002n].map((telegramId) => ({ telegramId, role: 'admin' as const }));
    const [one, other] = await deps.db.user.createManyAndReturn({ data: admins });
    const both = await Promise.all([
      askToDelete(one?.id ?? '', '70001', ''),
      askToDelete(other?.id ?? '', '70002', ''),
    ]);
    expect(both.map((result) => (result.ok ? 'gone' : result.failure.code)).sort()).toEqual(['gone', 'last_admin']);
  });
});

describe('exporting one’s data', () => {
  it('gives everything that is one’s own, and no secrets', async () => {
    const { userId } = await livedIn('canary-three', 4_444_444_444n);
    const exported = await exportAccount(deps, { ownerId: userId, address, now: clock.now() });
    if (!exported.ok) throw new Error(exported.failure.code);
    const text = JSON.stringify(exported.value);
    const { users, ledger, notices } = exported.value.rooms as Record<string, Record<string, unknown[]>>;
    expect(users?.profile).toMatchObject({ login: 'canary-three', telegramId: '4444444444', timeZone: 'Asia/Tomsk' });
    expect(users?.sessions).toMatchObject([{ address, userAgent: 'CanaryBrowser/1.0' }]);
    expect(users?.apiKeys).toMatchObject([{ name: 'canary key', scopes: ['read'] }]);
    expect(ledger?.balances).toEqual([{ asset: 'stars', free: '150', held: '0' }]);
    expect(ledger?.history).toMatchObject([{ kind: 'test.credit', amount: '150', balanceAfter: '150' }]);
    expect(notices?.messages).toHaveLength(2);
    for (const secret of ['argon2', 'v1.', 'digest', 'loginKey']) expect(text).not.toContain(secret);
  });
  it('tells nothing of others: neither their rows nor which admin did what', async () => {
    const mine = await livedIn('canary-four', 4_545_454_545n);
    await livedIn('somebody-else', 4_646_464_646n);
    const exported = await exportAccount(deps, { ownerId: mine.userId, address, now: clock.now() });
    const text = JSON.stringify(exported);
    expect(text).not.toContain('somebody-else');
    expect(text).not.toContain(mine.adminId);
    expect(text).not.toContain('198.18.1.1');
  });
});
