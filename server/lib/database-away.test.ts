import pg from 'pg';
import { expect, it } from 'vitest';
import { testDatabase } from '#/tests/support/database.ts';
import { isDatabaseAway, isLostRace } from './database-away.ts';
import { openDatabase } from './db.ts';
import { Secret } from './secret.ts';

const { deps, url } = await testDatabase({ poolSize: 1, env: { DATABASE_POOL_TIMEOUT: '0.2' } });
const failureOf = (work: Promise<unknown>) =>
  work.then(
    () => expect.unreachable(),
    (error: unknown) => error,
  );

it('knows a server that is not there, through the pool and through Prisma', async () => {
  const gone = openDatabase({ ...deps.config.database, url: new Secret('postgresql://a:b@127.0.0.1:1/c') }, 'gone');
  expect(isDatabaseAway(await failureOf(gone.pool.query('SELECT 1')))).toBe(true);
  expect(isDatabaseAway(await failureOf(gone.prisma.user.count()))).toBe(true);
  expect(isDatabaseAway(await failureOf(gone.prisma.$transaction((tx) => tx.user.count())))).toBe(true);
  await gone.close();
});

it('knows a pool without a free connection, and a connection that was cut', async () => {
  const held = await deps.pool.connect();
  expect(isDatabaseAway(await failureOf(deps.pool.query('SELECT 1')))).toBe(true);
  expect(isDatabaseAway(await failureOf(deps.db.user.count()))).toBe(true);
  const cut = failureOf(held.query('SELECT pg_terminate_backend(pg_backend_pid())'));
  held.on('error', () => {});
  expect(isDatabaseAway(await cut)).toBe(true);
  held.release(true);
});

it('takes a wrong statement, a refused row and a bug of ours for what they are', async () => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const faults = [
    await failureOf(client.query('SELECT nothing_of_that_name')),
    await failureOf(client.query("SELECT 'x'::uuid")),
    await failureOf(deps.db.$queryRaw`SELECT 1 / 0`),
    await failureOf(deps.db.user.findUniqueOrThrow({ where: { loginKey: 'nobody' } })),
    new TypeError('x is not a function'),
    Object.assign(new Error('no such file'), { code: 'ENOENT', path: '/x' }),
    null,
  ];
  await client.end();
  expect(faults.filter(isDatabaseAway)).toEqual([]);
});

it('knows two transactions that met', () => {
  expect(isLostRace(Object.assign(new Error('x'), { code: '40P01' }))).toBe(true);
  expect(isLostRace(new Error('x', { cause: { originalCode: '40001' } }))).toBe(true);
  expect(isLostRace(Object.assign(new Error('x'), { code: '23505' }))).toBe(false);
});
