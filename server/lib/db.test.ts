import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { testDatabase } from '#/tests/support/database.ts';
import { type Tx, transaction } from './db.ts';
import { fail, succeed } from './errors.ts';

const { database, deps } = await testDatabase();

const addUser = (tx: Tx, id: string) => tx.user.create({ data: { id, login: id, loginKey: id } });
const countUsers = (id: string) => deps.db.user.count({ where: { id } });

it('keeps what a successful transaction wrote and returns its value', async () => {
  const id = randomUUID();
  const result = await transaction(deps.db, async (tx) => {
    await addUser(tx, id);
    return succeed('written');
  });
  expect(result).toEqual({ ok: true, value: 'written' });
  expect(await countUsers(id)).toBe(1);
});

it('rolls everything back when the work ends in an expected failure, and still returns it as a value', async () => {
  const id = randomUUID();
  const result = await transaction(deps.db, async (tx) => {
    await addUser(tx, id);
    return fail('conflict', { name: 'anna' });
  });
  expect(result).toEqual({ ok: false, failure: { code: 'conflict', params: { name: 'anna' } } });
  expect(await countUsers(id)).toBe(0);
});

it('rolls everything back and throws on when the work has a bug', async () => {
  const id = randomUUID();
  const broken = transaction(deps.db, async (tx) => {
    await addUser(tx, id);
    throw new TypeError('a bug');
  });
  await expect(broken).rejects.toThrow('a bug');
  expect(await countUsers(id)).toBe(0);
});

it('outlives a connection that the server ended', async () => {
  await database.pool.query('SELECT 1');
  await deps.pool.query(`
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
  `);
  await expect.poll(async () => (await deps.pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
});

it("does the work anew when two transactions stood in each other's way", async () => {
  const ids = [randomUUID(), randomUUID()];
  await transaction(deps.db, async (tx) => {
    for (const id of ids) await addUser(tx, id);
    return succeed();
  });
  const lock = (tx: Tx, id = '') => tx.$queryRaw`SELECT id FROM users WHERE id = ${id}::uuid FOR UPDATE`;
  let tries = 0;
  const bothHoldOne = Promise.withResolvers<void>();
  const inOrder = (order: string[]) =>
    transaction(deps.db, async (tx) => {
      tries += 1;
      await lock(tx, order[0]);
      if (tries === 2) bothHoldOne.resolve();
      await bothHoldOne.promise;
      await lock(tx, order[1]);
      return succeed(order[0]);
    });
  const results = await Promise.all([inOrder(ids), inOrder(ids.toReversed())]);
  expect(results.map((result) => result.ok)).toEqual([true, true]);
  expect(tries).toBe(3);
});

it('plans a named statement once a connection', async () => {
  const prepared = await transaction(deps.db, async (tx) => {
    for (let round = 0; round < 3; round++) await tx.$queryRaw`/* db_test */ SELECT ${round}::int AS round`;
    return succeed(
      await tx.$queryRaw`SELECT name, generic_plans + custom_plans AS uses FROM pg_prepared_statements WHERE name = 'db_test'`,
    );
  });
  expect(prepared).toEqual({ ok: true, value: [{ name: 'db_test', uses: 3n }] });
});
