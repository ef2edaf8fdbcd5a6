import { describe, expect, it } from 'vitest';
import { assembleWeb } from '#/server/compose.web.ts';
import { createCallerFactory } from '#/server/trpc/init.ts';
import { appRouter } from '#/server/trpc/root.ts';
import { testDatabase } from '#/tests/support/database.ts';
import { registerPerson } from '#/tests/support/people.ts';
import type { ApiScope, UserRole } from '../model.ts';

const { deps, clock } = await testDatabase();
const callWith = (userId: string, role: UserRole, scopes: ApiScope[]) =>
  createCallerFactory(appRouter)({
    deps,
    ports: assembleWeb(deps).ports,
    actor: { kind: 'user', userId, role, door: { kind: 'api-key', keyId: crypto.randomUUID(), scopes } },
    locale: 'en',
    requestId: 'test',
    address: '192.0.2.1',
    now: clock.now(),
  });
const code = async (asked: Promise<unknown>) => {
  try {
    await asked;
    return 'ok';
  } catch (error) {
    return (error as Error).message;
  }
};

describe('an API key', () => {
  it('reads with `read`, writes with `write`, and nothing else', async () => {
    const { userId } = await registerPerson(deps);
    const [reader, writer] = [callWith(userId, 'user', ['read']), callWith(userId, 'user', ['write'])];
    expect(await code(reader.me.get())).toBe('ok');
    expect(await code(reader.me.update({ displayName: 'x' }))).toBe('not_allowed');
    expect(await code(writer.me.get())).toBe('not_allowed');
    expect(await code(writer.me.update({ displayName: 'x' }))).toBe('ok');
  });
  it('administers only with `admin`, and only while its owner is an admin', async () => {
    const { userId } = await registerPerson(deps, { role: 'admin' });
    expect(await code(callWith(userId, 'admin', ['read', 'write']).admin.users.list({}))).toBe('not_allowed');
    expect(await code(callWith(userId, 'admin', ['read', 'admin']).admin.users.list({}))).toBe('ok');
    expect(await code(callWith(userId, 'user', ['read', 'admin']).admin.users.list({}))).toBe('not_allowed');
  });
  it('never touches passwords, sessions, keys, links, the set-up or the account itself', async () => {
    const { userId } = await registerPerson(deps, { role: 'admin' });
    const all = callWith(userId, 'admin', ['read', 'write', 'admin']);
    const change = { currentPassword: 'x', newPassword: 'y' };
    for (const asked of [
      all.passwords.change(change),
      all.sessions.list(),
      all.sessions.endAll({}),
      all.apiKeys.list(),
      all.apiKeys.create({ name: 'x', scopes: ['read'] }),
      all.linking.createCode(),
      all.linking.redeem({ code: 'ABCD-EFGH' }),
      all.linking.unlink(),
      all.account.export(),
      all.account.delete({ confirmation: 'x' }),
      all.setup.skipBot(),
      all.setup.saveBotToken({ token: 'x'.repeat(40) }),
    ]) {
      expect(await code(asked)).toBe('not_allowed');
    }
  });
});
