import { describe, expect, it } from 'vitest';
import { testDatabase } from '#/tests/support/database.ts';
import { goodPassword, registerPerson } from '#/tests/support/people.ts';
import { listInvitations } from '../invitations/data.ts';
import { createInvitation, revokeInvitation } from '../invitations/service.ts';
import { limitRules } from '../limits/model.ts';
import { register } from './service.ts';

const { deps, clock } = await testDatabase();
let addresses = 0;
const ask = (
  login: string,
  {
    password = goodPassword,
    invitation = '',
    registration = 'open' as 'open' | 'invite' | 'closed',
    address = '',
  } = {},
) =>
  register(
    { ...deps, config: { ...deps.config, registration } },
    {
      login,
      password,
      displayName: '',
      ...(invitation && { invitation }),
      address: address || `192.0.2.${++addresses}`,
      now: clock.now(),
    },
  );
const codeOf = async (asked: ReturnType<typeof ask>) => {
  const result = await asked;
  return result.ok ? 'ok' : result.failure.code;
};

describe('registration', () => {
  it('stores an argon2id hash, never the password', async () => {
    await ask('hash-me', { password: 'a sentence of my own' });
    const user = await deps.db.user.findUniqueOrThrow({ where: { loginKey: 'hash-me' } });
    expect(user.passwordHash).toMatch(/^\$argon2id\$v=19\$m=65536,t=2,p=1\$/);
    const { rows } = await deps.pool.query<{ all: string }>("SELECT string_agg(u::text, ' ') AS all FROM users u");
    expect(rows[0]?.all).not.toContain('a sentence of my own');
  });
  it('gives a name to one of many who want it at once, look-alikes included', async () => {
    const wanted = ['coxa', 'COXA', 'соха', 'ｃｏｘａ'];
    const codes = await Promise.all(wanted.map((login) => codeOf(ask(login))));
    expect(codes.sort()).toEqual(['login_taken', 'login_taken', 'login_taken', 'ok']);
  });
  it('says what is wrong with a name or a password', async () => {
    expect(await codeOf(ask('a b'))).toBe('login_unsuitable');
    expect(await codeOf(ask('support'))).toBe('login_taken');
    expect(await ask('tidy-name', { password: 'short' })).toMatchObject({
      failure: { code: 'password_weak', params: { reason: 'short', min: 10 } },
    });
  });
  it('is closed when it is closed, and asks for an invitation when it is by invitation', async () => {
    expect(await codeOf(ask('nobody-1', { registration: 'closed' }))).toBe('registration_closed');
    expect(await codeOf(ask('nobody-2', { registration: 'invite' }))).toBe('invitation_needed');
    expect(await codeOf(ask('nobody-3', { registration: 'invite', invitation: 'AAAA-BBBB-CCCC' }))).toBe(
      'invitation_invalid',
    );
  });
  it('is bounded by address', async () => {
    const address = '192.0.2.250';
    await deps.pool.query('DELETE FROM rate_limits');
    await codeOf(ask('first-of-many', { address }));
    await deps.pool.query("UPDATE rate_limits SET points = $1 WHERE key LIKE 'register:%'", [
      limitRules.register.points,
    ]);
    expect(await codeOf(ask('one-too-many', { address }))).toBe('too_many_requests');
    expect(await codeOf(ask('somewhere-else'))).toBe('ok');
  });
});

describe('an invitation', () => {
  const invite = async (days = 7) => {
    const { userId: adminId } = await registerPerson(deps);
    return { adminId, ...(await createInvitation(deps, { days, adminId, address: '', now: clock.now() })) };
  };
  const list = () => listInvitations(deps, { limit: 50, now: clock.now() });

  it('lets in one, however many try it at once', async () => {
    const { code, id } = await invite();
    const options = { registration: 'invite' as const, invitation: code };
    const codes = await Promise.all(['guest-a', 'guest-b', 'guest-c'].map((login) => codeOf(ask(login, options))));
    expect(codes.sort()).toEqual(['invitation_invalid', 'invitation_invalid', 'ok']);
    expect((await list()).items.find((one) => one.id === id)).toMatchObject({ state: 'used' });
  });
  it('is still good when the name was taken', async () => {
    const { code } = await invite();
    const options = { registration: 'invite' as const, invitation: code };
    await registerPerson(deps, { login: 'already-here' });
    expect(await codeOf(ask('already-here', options))).toBe('login_taken');
    expect(await codeOf(ask('not-yet-here', options))).toBe('ok');
  });
  it('ends with its days, or when it is revoked', async () => {
    const [old, revoked] = [await invite(1), await invite()];
    const options = (invitation: string) => ({ registration: 'invite' as const, invitation });
    const revocation = { invitationId: revoked.id, adminId: revoked.adminId, address: '', now: clock.now() };
    expect(await revokeInvitation(deps, revocation)).toMatchObject({ ok: true });
    expect(await revokeInvitation(deps, revocation)).toMatchObject({ failure: { code: 'not_found' } });
    expect(await codeOf(ask('late-a', options(revoked.code)))).toBe('invitation_invalid');
    clock.setOffset(25 * 3_600_000);
    expect(await codeOf(ask('late-b', options(old.code)))).toBe('invitation_invalid');
    expect((await list()).items.find((one) => one.id === old.id)).toMatchObject({ state: 'expired' });
    clock.setOffset(0);
  });
});
