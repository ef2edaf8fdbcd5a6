import { randomBytes } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';
import { grantToApp } from '#/scripts/database/grants.ts';
import { recordAudit } from '#/server/users/audit/service.ts';
import { connectTo, testDatabase } from '#/tests/support/database.ts';
import { registerPerson } from '#/tests/support/people.ts';

const { deps, clock, url } = await testDatabase();
const role = `sd_test_${randomBytes(5).toString('hex')}`;
const owner = await connectTo(url);
await owner.query(`CREATE ROLE ${role} NOLOGIN`);
await owner.query('CREATE TABLE IF NOT EXISTS _prisma_migrations (id text)');
await grantToApp(owner, role);
afterAll(async () => {
  await owner.query(`RESET ROLE; REASSIGN OWNED BY ${role} TO CURRENT_USER; DROP OWNED BY ${role}; DROP ROLE ${role}`);
});

describe('the application’s own role, which may not change history', () => {
  it('can still let the words of a deleted person be forgotten, and nobody else’s', async () => {
    const [gone, here] = [await registerPerson(deps), await registerPerson(deps)];
    for (const { userId } of [gone, here]) {
      const entry = { at: clock.now(), actorId: userId, action: 'test.word' as const, subjectId: userId };
      await recordAudit(deps.db, { ...entry, details: { said: 'something personal' }, address: '192.0.2.1' });
    }
    await owner.query(`SET ROLE ${role}`);
    await owner.query('UPDATE users SET deleted_at = now() WHERE id = $1', [gone.userId]);
    await expect(owner.query("UPDATE audit_entries SET details = '{}', address = ''")).rejects.toThrow(
      'permission denied',
    );
    await owner.query('SELECT forget_in_audit($1)', [gone.userId]);
    await expect(owner.query('SELECT forget_in_audit($1)', [here.userId])).rejects.toThrow('history');
    const { rows } = await owner.query('SELECT actor_id, details, address FROM audit_entries ORDER BY actor_id');
    expect(rows).toEqual([
      { actor_id: gone.userId, details: {}, address: '' },
      { actor_id: here.userId, details: { said: 'something personal' }, address: '192.0.2.1' },
    ]);
  });
});
