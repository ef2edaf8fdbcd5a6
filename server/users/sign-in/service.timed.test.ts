import { describe, expect, it } from 'vitest';
import { testDatabase } from '#/tests/support/database.ts';
import { goodPassword, registerPerson } from '#/tests/support/people.ts';
import { signInWithPassword } from './service.ts';

const { deps, clock } = await testDatabase();
let addresses = 0;
const someAddress = () => `198.51.100.${++addresses}`;
const wrong = 'wrong wrong wrong';

async function attempt(login: string, password: string, address: string) {
  const origin = { address, userAgent: '' };
  const result = await signInWithPassword(deps, { login, password, origin, replaces: null, now: clock.now() });
  return result.ok ? 'in' : result.failure;
}

describe('a wrong password and an unknown name', () => {
  it('take the same time', async () => {
    const { login } = await registerPerson(deps);
    const spent = { known: [] as number[], unknown: [] as number[] };
    const measure = async (kind: 'known' | 'unknown', name: string) => {
      const address = someAddress();
      const before = performance.now();
      await attempt(name, wrong, address);
      spent[kind].push(performance.now() - before);
    };
    // Turn about, so that whatever else the machine does falls on both.
    for (let i = 0; i < 15; i++) {
      await measure('known', login);
      await measure('unknown', `nobody-${i}`);
    }
    const middle = (times: number[]) => times.sort((one, other) => one - other)[7] ?? 0;
    const [known, unknown] = [middle(spent.known), middle(spent.unknown)];
    expect(Math.abs(known - unknown) / Math.max(known, unknown)).toBeLessThan(0.4);
    // Both paid for a hash: neither is the short way out.
    expect(Math.min(known, unknown)).toBeGreaterThan(10);
  });
});

describe('a flood of sign-ins', () => {
  it('leaves other people’s sign-in below a second', async () => {
    const regular = await registerPerson(deps);
    const home = someAddress();
    expect(await attempt(regular.login, goodPassword, home)).toBe('in');
    const quietFrom = performance.now();
    expect(await attempt(regular.login, goodPassword, home)).toBe('in');
    const quietMs = performance.now() - quietFrom;
    const flooder = someAddress();
    const flooding = Array.from({ length: 150 }, (_, i) => attempt(`flood-${i}`, wrong, flooder));
    // With the first refusal as many wait as may.
    await Promise.any(
      flooding.map(async (answer) => expect(await answer).toMatchObject({ code: 'too_many_requests' })),
    );
    const waits: number[] = [];
    for (const address of [home, someAddress(), someAddress()]) {
      const before = performance.now();
      expect(await attempt(regular.login, goodPassword, address)).toBe('in');
      waits.push(performance.now() - before);
    }
    await Promise.all(flooding);
    // A machine that is busy otherwise needs longer for a single hash too; the flood itself would take a hundred.
    expect(Math.max(...waits)).toBeLessThan(Math.max(1000, 8 * quietMs));
  });
});
