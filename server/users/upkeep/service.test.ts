import { describe, expect, it } from 'vitest';
import { testDatabase } from '#/tests/support/database.ts';
import { registerPerson } from '#/tests/support/people.ts';
import { issueCode } from '../codes/service.ts';
import { limitRules } from '../limits/model.ts';
import { consumeTry } from '../limits/service.ts';
import { openSession } from '../sessions/service.ts';
import { sweepExpired } from './service.ts';

const { deps, clock } = await testDatabase();
const day = 86_400_000;

describe('sweeping', () => {
  it('takes what means nothing any more and leaves what still counts', async () => {
    const { userId } = await registerPerson(deps);
    const at = (days: number) => new Date(clock.nowMs() + days * day);
    const origin = { address: '', userAgent: '' };
    for (const days of [0, 5]) {
      await openSession(deps.db, { userId, origin, replaces: null, by: 'password', now: at(days) });
      await consumeTry(deps, limitRules.signIn, [`day ${days}`], at(days));
    }
    await issueCode(deps, deps.db, { scope: 'invitation', userId, lifeMs: day, now: at(0) });
    expect(await sweepExpired(deps, { now: at(0) })).toEqual({ sessions: 0, codes: 0, keys: 0, tries: 0 });
    expect(await sweepExpired(deps, { now: at(8) })).toEqual({ sessions: 1, codes: 0, keys: 0, tries: 2 });
    expect(await sweepExpired(deps, { now: at(32) })).toEqual({ sessions: 1, codes: 1, keys: 0, tries: 0 });
  });
});
