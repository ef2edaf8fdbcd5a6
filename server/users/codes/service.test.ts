import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '#/tests/support/database.ts';
import { codeAlphabet, codePolicies, normalizeCode, spellCode } from './model.ts';
import { findCode, issueCode, takeCode } from './service.ts';

const { deps, clock } = await testDatabase();
const issue = (scope: 'invitation' | 'link-for-web' | 'link-for-bot' | 'first-admin') =>
  issueCode(deps, deps.db, { scope, userId: null, lifeMs: 60_000, now: clock.now() });

describe('a one-time code', () => {
  it('is used up by exactly one of many who show it at once', async () => {
    const { code } = await issue('invitation');
    const taken = await Promise.all(
      Array.from({ length: 8 }, () => takeCode(deps, deps.db, { scope: 'invitation', code, now: clock.now() })),
    );
    expect(taken.filter(Boolean)).toHaveLength(1);
  });
  it('does nothing for another use than its own', async () => {
    const { code } = await issue('link-for-web');
    for (const scope of ['link-for-bot', 'invitation', 'first-admin'] as const) {
      expect(await takeCode(deps, deps.db, { scope, code, now: clock.now() })).toBeNull();
    }
    expect(await findCode(deps, deps.db, { scope: 'link-for-web', code, now: clock.now() })).not.toBeNull();
  });
  it('ends with its time', async () => {
    const { code } = await issue('first-admin');
    const later = new Date(clock.nowMs() + 60_001);
    expect(await takeCode(deps, deps.db, { scope: 'first-admin', code, now: later })).toBeNull();
  });
  it('is not in the database', async () => {
    const { code } = await issue('invitation');
    const { rows } = await deps.pool.query<{ all: string }>('SELECT string_agg(l::text, $1) AS all FROM link_codes l', [
      ' ',
    ]);
    expect(rows[0]?.all).not.toContain(code);
    expect(rows[0]?.all).not.toContain(normalizeCode(code));
  });
  it('is understood as a person types it', async () => {
    const { code } = await issue('link-for-web');
    expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    const typed = ` ${code.toLowerCase().replace('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')} `;
    expect(await takeCode(deps, deps.db, { scope: 'link-for-web', code: typed, now: clock.now() })).not.toBeNull();
  });
  it('normalises to itself whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (bytes) => {
        const code = spellCode(bytes, codePolicies.invitation);
        expect(normalizeCode(code)).toBe(code.replaceAll('-', ''));
        expect([...normalizeCode(code)].every((letter) => codeAlphabet.includes(letter))).toBe(true);
      }),
    );
  });
});
