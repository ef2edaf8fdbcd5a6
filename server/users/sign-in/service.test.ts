import { describe, expect, it } from 'vitest';
import { testDatabase } from '#/tests/support/database.ts';
import { goodPassword, registerPerson } from '#/tests/support/people.ts';
import { limitRules } from '../limits/model.ts';
import { signInWithPassword } from './service.ts';

const { deps, clock } = await testDatabase();
const minute = 60_000;
let addresses = 0;
const someAddress = () => `198.51.${Math.floor(++addresses / 250)}.${addresses % 250}`;

async function attempt(login: string, password: string, address: string) {
  const result = await signInWithPassword(deps, {
    login,
    password,
    origin: { address, userAgent: '' },
    replaces: null,
    now: clock.now(),
  });
  return result.ok ? 'in' : result.failure;
}
const wrong = 'wrong wrong wrong';

describe('tries', () => {
  it('are five in fifteen minutes for an account and an address, whatever is tried at the same moment', async () => {
    const { login } = await registerPerson(deps);
    const address = someAddress();
    const answers = await Promise.all(Array.from({ length: 12 }, () => attempt(login, wrong, address)));
    const codes = answers.map((answer) => (answer === 'in' ? 'in' : answer.code));
    expect(codes.filter((code) => code === 'wrong_credentials')).toHaveLength(5);
    expect(codes.filter((code) => code === 'too_many_requests')).toHaveLength(7);
  });
  it('refuse the right password too while the pause lasts, and say for how long', async () => {
    const { login } = await registerPerson(deps);
    const address = someAddress();
    for (let left = 4; left >= 0; left--) {
      expect(await attempt(login, wrong, address)).toMatchObject({ params: { left, minutes: 15 } });
    }
    clock.setOffset(10 * minute);
    const refused = await attempt(login, goodPassword, address);
    expect(refused).toMatchObject({ code: 'too_many_requests' });
    const { seconds = 0 } = (refused as { params?: { seconds?: number } }).params ?? {};
    expect(seconds).toBeGreaterThan(290);
    expect(seconds).toBeLessThanOrEqual(300);
    clock.setOffset(15 * minute + 1000);
    expect(await attempt(login, goodPassword, address)).toBe('in');
    clock.setOffset(0);
  });
  it('are never more than five in any fifteen minutes, also across the end of a pause', async () => {
    const { login } = await registerPerson(deps);
    const address = someAddress();
    const minutes = [0, 14, 14, 14, 14, ...Array.from({ length: 46 }, (_, at) => 15 + at)];
    const triedAt: number[] = [];
    for (const at of minutes) {
      clock.setOffset(at * minute);
      const answer = await attempt(login, wrong, address);
      if (answer !== 'in' && answer.code === 'wrong_credentials') triedAt.push(at);
    }
    clock.setOffset(0);
    expect(triedAt.length).toBeGreaterThanOrEqual(10);
    for (const start of triedAt) {
      expect(triedAt.filter((at) => at >= start && at < start + 15).length).toBeLessThanOrEqual(5);
    }
  });
  it('of one address lock nobody out at another', async () => {
    const { login } = await registerPerson(deps);
    const attacker = someAddress();
    for (let i = 0; i < 8; i++) await attempt(login, wrong, attacker);
    expect(await attempt(login, goodPassword, attacker)).toMatchObject({ code: 'too_many_requests' });
    expect(await attempt(login, goodPassword, someAddress())).toBe('in');
  });
  it('for one account cost the others of the address nothing', async () => {
    const [victim, neighbour] = [await registerPerson(deps), await registerPerson(deps)];
    const address = someAddress();
    for (let i = 0; i < 8; i++) await attempt(victim.login, wrong, address);
    expect(await attempt(neighbour.login, goodPassword, address)).toBe('in');
  });
  it('begin anew after signing in', async () => {
    const { login } = await registerPerson(deps);
    const address = someAddress();
    for (let i = 0; i < 4; i++) await attempt(login, wrong, address);
    expect(await attempt(login, goodPassword, address)).toBe('in');
    expect(await attempt(login, wrong, address)).toMatchObject({ params: { left: 4 } });
  });
  it('with many names are bounded by address, but not for those who are known at it', async () => {
    const [known, newcomer] = [await registerPerson(deps), await registerPerson(deps)];
    const address = someAddress();
    expect(await attempt(known.login, goodPassword, address)).toBe('in');
    const spent = limitRules.signInAddress.points;
    await deps.pool.query("UPDATE rate_limits SET points = points + $1 WHERE key LIKE 'sign-in-address:%'", [spent]);
    expect(await attempt(newcomer.login, goodPassword, address)).toMatchObject({ code: 'too_many_requests' });
    expect(await attempt(known.login, goodPassword, address)).toBe('in');
  });
  it('leave no name and no address in the table', async () => {
    await attempt('canary-name', wrong, '198.18.77.77');
    const { rows } = await deps.pool.query<{ key: string }>('SELECT key FROM rate_limits');
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(({ key }) => /canary|198\.18/.test(key))).toEqual([]);
  });
});

describe('a wrong password and an unknown name', () => {
  it('get the same answer', async () => {
    const { login } = await registerPerson(deps);
    const answers = [await attempt(login, wrong, someAddress()), await attempt('nobody-here', wrong, someAddress())];
    expect(answers[0]).toEqual(answers[1]);
  });
});

describe('signing in', () => {
  it('with a password that was changed meanwhile opens nothing', async () => {
    const { login, userId } = await registerPerson(deps);
    const address = someAddress();
    await attempt(login, goodPassword, address);
    // Whoever is in the middle of it has read the old hash: a lock holds him until the new one is there.
    const client = await deps.pool.connect();
    await client.query('BEGIN');
    await client.query("UPDATE users SET password_hash = 'changed' WHERE id = $1", [userId]);
    const trying = attempt(login, goodPassword, address);
    const blocked =
      "SELECT count(*)::int AS waiting FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()";
    await expect.poll(async () => (await deps.pool.query<{ waiting: number }>(blocked)).rows[0]?.waiting).toBe(1);
    await client.query('COMMIT');
    client.release();
    expect(await trying).toMatchObject({ code: 'wrong_credentials' });
    expect(await deps.db.session.count({ where: { userId } })).toBe(1);
  });
  it('refuses a blocked person only after the right password', async () => {
    const { login, userId } = await registerPerson(deps);
    await deps.db.user.update({ where: { id: userId }, data: { blockedAt: clock.now() } });
    expect(await attempt(login, wrong, someAddress())).toMatchObject({ code: 'wrong_credentials' });
    expect(await attempt(login, goodPassword, someAddress())).toMatchObject({ code: 'blocked' });
  });
  it('hashes anew what was hashed with other costs', async () => {
    const { login, userId } = await registerPerson(deps);
    const { hash } = await import('@node-rs/argon2');
    const passwordHash = await hash(goodPassword, { memoryCost: 4096, timeCost: 1 });
    await deps.db.user.update({ where: { id: userId }, data: { passwordHash } });
    expect(await attempt(login, goodPassword, someAddress())).toBe('in');
    const user = await deps.db.user.findUniqueOrThrow({ where: { id: userId } });
    expect(user.passwordHash).toMatch(/^\$argon2id\$v=19\$m=65536,t=2,p=1\$/);
    expect(await attempt(login, goodPassword, someAddress())).toBe('in');
  });
});
