import type { AddressInfo } from 'node:net';
import { createServer, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '#/tests/support/database.ts';
import { MovableClock } from './clock.ts';
import { openProbe } from './db.ts';
import { createHealth, migrationsIn, type Verdict } from './health.ts';
import { Secret } from './secret.ts';

const { deps, clock } = await testDatabase();
const migrations = ['0001_first', '0002_second'];
const failing = (verdict: Verdict) => verdict.checks.filter(({ ok }) => !ok).map(({ name }) => name);
const look = () => createHealth({ probe: deps.pool, clock, migrations, queueTable: 'test_queue.job' }).verdict();

beforeAll(async () => {
  await deps.pool.query(`CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id varchar(36) PRIMARY KEY, checksum varchar(64) NOT NULL, finished_at timestamptz, migration_name varchar(255) NOT NULL,
    logs text, rolled_back_at timestamptz, started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count int NOT NULL)`);
  await deps.pool.query('CREATE SCHEMA test_queue');
});
beforeEach(async () => {
  await deps.pool.query('DELETE FROM _prisma_migrations');
  await deps.pool.query('DELETE FROM worker_beats');
  await deps.pool.query('DROP TABLE IF EXISTS test_queue.job');
  await deps.pool.query('CREATE TABLE test_queue.job ()');
  for (const name of migrations) await migrate(name, 'now()');
  await beat(new Date(clock.nowMs()));
});
const migrate = (name: string, finished: 'now()' | 'NULL') =>
  deps.pool.query(
    `INSERT INTO _prisma_migrations (id, checksum, started_at, applied_steps_count, migration_name, finished_at)
     VALUES (gen_random_uuid()::text, '', now(), 1, $1, ${finished})`,
    [name],
  );
const beat = (at: Date) =>
  deps.pool.query(
    `INSERT INTO worker_beats (id, role, host, pid, version, started_at, beat_at)
     VALUES (gen_random_uuid(), 'worker', 'here', 1, '0', $1, $1)`,
    [at],
  );

describe('the verdict', () => {
  it('is ready when all of database, migrations, queue and worker are there', async () => {
    expect(await look()).toMatchObject({ ready: true });
    expect(failing(await look())).toEqual([]);
  });
  it('is not while a migration of this build is missing, unfinished or was rolled back', async () => {
    await deps.pool.query("DELETE FROM _prisma_migrations WHERE migration_name = '0002_second'");
    expect(failing(await look())).toEqual(['migrations']);
    await migrate('0002_second', 'NULL');
    expect((await look()).checks[1]).toMatchObject({ seen: { missing: ['0002_second'], failed: ['0002_second'] } });
    await deps.pool.query(
      "UPDATE _prisma_migrations SET finished_at = now(), rolled_back_at = now() WHERE migration_name = '0002_second'",
    );
    expect(failing(await look())).toEqual(['migrations']);
  });
  it('is not without the queue, and not without a worker that beat lately', async () => {
    await deps.pool.query('DROP TABLE test_queue.job');
    await deps.pool.query('UPDATE worker_beats SET beat_at = $1', [new Date(clock.nowMs() - 20_001)]);
    expect(failing(await look())).toEqual(['queue', 'worker']);
    await deps.pool.query('DELETE FROM worker_beats');
    expect(failing(await look())).toEqual(['queue', 'worker']);
  });
  it('counts the workers that live', async () => {
    await beat(new Date(clock.nowMs() - 1000));
    await beat(new Date(clock.nowMs() - 30_000));
    const health = createHealth({ probe: deps.pool, clock, migrations, queueTable: 'test_queue.job' });
    expect(await health.liveWorkers()).toBe(2);
  });
  it('is kept for a second and looked for again after it', async () => {
    let asked = 0;
    const probe = {
      query: (...args: Parameters<typeof deps.pool.query>) => {
        asked++;
        return deps.pool.query(...args);
      },
    };
    const moving = new MovableClock();
    const health = createHealth({ probe: probe as never, clock: moving, migrations, queueTable: 'test_queue.job' });
    await Promise.all(Array.from({ length: 20 }, () => health.verdict()));
    const once = asked;
    expect(once).toBeLessThan(5);
    moving.setOffset(1001);
    await health.verdict();
    expect(asked).toBe(once * 2);
  });
});

describe('a database that is away', () => {
  let silent: Server;
  const sockets = new Set<Socket>();
  beforeAll(async () => {
    // Takes connections and never says a word: what a stopped server or a dead network looks like.
    silent = createServer((socket) => sockets.add(socket.on('error', () => {})));
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => {
    for (const socket of sockets) socket.destroy();
    silent.close();
  });
  const healthAt = (port: number) => {
    const url = new Secret(`postgresql://app:app@127.0.0.1:${port}/gone`);
    const probe = openProbe({ url }, 'test-probe', 400);
    return createHealth({ probe, clock: deps.clock, migrations, queueTable: 'test_queue.job' });
  };

  it('is said within its deadline although the server hangs, however often one asks', async () => {
    const health = healthAt((silent.address() as AddressInfo).port);
    const startedMs = performance.now();
    const verdicts = await Promise.all(Array.from({ length: 50 }, () => health.verdict()));
    expect(performance.now() - startedMs).toBeLessThan(1500);
    expect(verdicts.every(({ ready }) => !ready)).toBe(true);
    expect(failing(verdicts[0] as Verdict)).toEqual(['database']);
    expect(sockets.size).toBe(1);
  });
  it('is said at once when nobody listens', async () => {
    const startedMs = performance.now();
    expect(failing(await healthAt(1).verdict())).toEqual(['database']);
    expect(performance.now() - startedMs).toBeLessThan(300);
  });
});

describe('migrationsIn', () => {
  it('lists the folders of this build in their order, and none where there is no folder', () => {
    expect(migrationsIn('prisma/migrations')[0]).toBe('0001_foundation');
    expect(migrationsIn('prisma/nothing-here')).toEqual([]);
  });
});
