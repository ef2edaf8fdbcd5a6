import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { connectTo, testDatabase } from '#/tests/support/database.ts';
import { openDatabase } from '../lib/db.ts';
import { defineJob, recoveryBoundSeconds } from './define-job.ts';
import { enqueue } from './enqueue.ts';
import { installQueue } from './install.ts';

const { deps } = await testDatabase();
await installQueue(deps.pool);

const job = (name: string, only: 'any' | 'one-waiting' = 'any') =>
  defineJob({ name, payload: z.object({ n: z.number().max(1e9) }), policy: { only } });
async function countJobs(name: string): Promise<number> {
  const { rows } = await deps.pool.query('SELECT count(*)::int AS n FROM pgboss.job WHERE name = $1', [name]);
  return rows[0].n;
}

describe('enqueue', () => {
  it('makes the job exist when the transaction commits, and not before', async () => {
    const greet = job('test.commit');
    await deps.db.$transaction(async (tx) => {
      await enqueue(tx, greet, { n: 1 });
      expect(await countJobs(greet.name)).toBe(0);
    });
    expect(await countJobs(greet.name)).toBe(1);
  });

  it('leaves no job behind when the transaction rolls back, and the next one still arrives', async () => {
    const greet = job('test.rollback');
    const failing = deps.db.$transaction(async (tx) => {
      await enqueue(tx, greet, { n: 1 });
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await countJobs(greet.name)).toBe(0);
    // The queue itself was made in the transaction that went back: it must be made again, not believed in.
    expect(await enqueue(deps.db, greet, { n: 2 })).toMatchObject({ kind: 'queued' });
    expect(await countJobs(greet.name)).toBe(1);
  });

  it('makes one job of one id, however often and from wherever it is sent at once', async () => {
    const greet = job('test.once');
    const sent = await Promise.all(
      Array.from({ length: 24 }, (_, n) => enqueue(n % 2 ? deps.db : deps.pool, greet, { n }, { id: 'drop:42' })),
    );
    expect(sent.filter(({ kind }) => kind === 'queued')).toHaveLength(1);
    expect(await countJobs(greet.name)).toBe(1);
  });

  it('lets only one job of a key wait where the policy says so', async () => {
    const greet = job('test.only', 'one-waiting');
    expect(await enqueue(deps.db, greet, { n: 1 }, { singletonKey: 'a' })).toMatchObject({ kind: 'queued' });
    expect(await enqueue(deps.db, greet, { n: 2 }, { singletonKey: 'a' })).toEqual({ kind: 'already-there' });
    expect(await enqueue(deps.db, greet, { n: 3 }, { singletonKey: 'b' })).toMatchObject({ kind: 'queued' });
  });

  it('refuses what would silently do nothing or not fit the payload', async () => {
    await expect(enqueue(deps.db, job('test.refuse'), { n: 1 }, { singletonKey: 'a' })).rejects.toThrow('policy.only');
    await expect(enqueue(deps.db, job('test.refuse'), { n: 'x' } as never)).rejects.toThrow();
  });

  it('works for a role that may not create schemas, in a schema that was made for it', async () => {
    const fresh = await testDatabase({ withoutQueue: true });
    const role = `sd_plain_${new URL(fresh.url).pathname.slice(-10)}`;
    const admin = await connectTo(fresh.url);
    await admin.query(`CREATE ROLE ${role} LOGIN PASSWORD 'plain'; CREATE SCHEMA pgboss AUTHORIZATION ${role};`);
    const asRole = new URL(fresh.url);
    asRole.username = role;
    asRole.password = 'plain';
    const { Secret } = await import('../lib/secret.ts');
    const plain = openDatabase({ ...fresh.deps.config.database, url: new Secret(asRole.href) }, 'plain');
    try {
      await installQueue(plain.pool);
      await Promise.all([installQueue(plain.pool), installQueue(plain.pool)]);
      expect(await enqueue(plain.pool, job('test.plain'), { n: 1 })).toMatchObject({ kind: 'queued' });
      await expect(plain.pool.query('CREATE SCHEMA another')).rejects.toThrow('permission denied');
    } finally {
      await plain.close();
      await admin.query(`DROP OWNED BY ${role} CASCADE; DROP ROLE ${role};`);
      await admin.end();
    }
  });

  it('installs once when several processes start together', async () => {
    const fresh = await testDatabase({ withoutQueue: true });
    await Promise.all(Array.from({ length: 4 }, () => installQueue(fresh.deps.pool)));
    expect(await enqueue(fresh.deps.pool, job('test.together'), { n: 1 })).toMatchObject({ kind: 'queued' });
  });
});

describe('defineJob', () => {
  it('refuses a policy whose job could lie dead for more than 120 s', () => {
    expect(recoveryBoundSeconds(job('test.default').policy)).toBeLessThanOrEqual(120);
    const slow = () => defineJob({ name: 'test.slow', payload: z.object({}), policy: { backoffCapSeconds: 600 } });
    expect(slow).toThrow('resumes only after');
  });
});
