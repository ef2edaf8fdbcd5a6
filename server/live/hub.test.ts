import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type pg from 'pg';
import { afterAll, afterEach, describe, expect, inject, it } from 'vitest';
import { wakeAfterCommit } from '#/server/lib/bell.ts';
import { connectTo, testDatabase } from '#/tests/support/database.ts';
import { LivePage } from '#/tests/support/live-page.ts';
import { dropDatabase, withDatabase } from '#/tests/support/template.ts';
import { catchUpLimit, forgetOldEvents, readAfter, readBetween } from './data.ts';
import { LiveHub } from './hub.ts';
import { liveChannel } from './model.ts';
import { publish } from './service.ts';

const { deps, url, clock } = await testDatabase();
const anna = { userId: randomUUID(), isAdmin: false };
const boris = { userId: randomUUID(), isAdmin: true };
const eventually = { timeout: 5_000, interval: 5 };
const hubs: LiveHub[] = [];
const sessions: pg.Client[] = [];

function hub(): LiveHub {
  const made = new LiveHub(deps);
  hubs.push(made);
  return made;
}
async function session(): Promise<pg.Client> {
  const client = await connectTo(url);
  sessions.push(client);
  return client;
}
const page = (of: LiveHub, reader = anna) => new LivePage().open(of, clock, reader);
const ready = (...pages: LivePage[]) =>
  expect.poll(() => pages.every((one) => one.has('ready')), eventually).toBe(true);
const ring = () => wakeAfterCommit(deps.pool, liveChannel);
async function insert(client: Pick<pg.Client, 'query'>, n: number, userId = anna.userId): Promise<void> {
  const text = `INSERT INTO live_events (user_id, topic, payload) VALUES ($1, 'test.happened', $2)`;
  await client.query(text, [userId, { n }]);
  ring();
}
async function commit(client: pg.Client): Promise<void> {
  await client.query('COMMIT');
  ring();
}

afterEach(() => Promise.all(hubs.splice(0).map((one) => one.stop())));
afterAll(() => Promise.all(sessions.map((client) => client.end())));

describe('the live hub', () => {
  it('tells what a transaction published when it commits, in every process', async () => {
    const pages = [page(hub()), page(hub())];
    await ready(...pages);
    await deps.db.$transaction(async (tx) => {
      await publish(tx, { to: { userId: anna.userId }, topic: 'test.happened', payload: { n: 1 } });
    });
    for (const one of pages) await expect.poll(() => one.numbers, eventually).toEqual([1]);
    expect(pages[0]?.events[0]?.data).toMatchObject({ topic: 'test.happened', payload: { n: 1 } });
  });

  it('finds what was committed without a bell, all the same', async () => {
    const one = page(hub());
    await ready(one);
    await deps.pool.query(`INSERT INTO live_events (user_id, topic, payload) VALUES ($1, 'test.happened', '{"n":9}')`, [
      anna.userId,
    ]);
    await expect.poll(() => one.numbers, eventually).toEqual([9]);
  });

  it('tells nothing of a transaction that was rolled back', async () => {
    const one = page(hub());
    await ready(one);
    const failing = deps.db.$transaction(async (tx) => {
      await publish(tx, { to: 'everybody', topic: 'test.happened', payload: { n: 666 } });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    await insert(deps.pool, 2);
    await expect.poll(() => one.numbers, eventually).toEqual([2]);
  });

  it('delivers both of two commits that come out of the order of their numbers, once each', async () => {
    const [early, late] = [await session(), await session()];
    const pages = [page(hub()), page(hub())];
    await ready(...pages);
    await early.query('BEGIN');
    await insert(early, 1); // the lower number …
    await late.query('BEGIN');
    await insert(late, 2);
    await commit(late);
    for (const one of pages) await expect.poll(() => one.numbers, eventually).toEqual([2]);
    await commit(early); // … is visible last
    for (const one of pages) await expect.poll(() => one.numbers, eventually).toEqual([2, 1]);
    for (const one of pages) expect(one.events).toHaveLength(2);
  });

  it('shows nobody the events of somebody else, nor those of the admins', async () => {
    const shared = hub();
    const [annas, boriss] = [page(shared), page(shared, boris)];
    await ready(annas, boriss);
    await deps.db.$transaction(async (tx) => {
      await publish(tx, { to: { userId: anna.userId }, topic: 'test.happened', payload: { n: 1 } });
      await publish(tx, { to: { userId: boris.userId }, topic: 'test.happened', payload: { n: 2 } });
      await publish(tx, { to: { userId: randomUUID() }, topic: 'test.happened', payload: { n: 3 } });
      await publish(tx, { to: 'admins', topic: 'test.happened', payload: { n: 4 } });
      await publish(tx, { to: 'everybody', topic: 'test.happened', payload: { n: 5 } });
    });
    await expect.poll(() => annas.numbers, eventually).toEqual([1, 5]);
    await expect.poll(() => boriss.numbers, eventually).toEqual([2, 4, 5]);
    // The same walls where a reader catches up.
    const again = new LivePage();
    again.lastId = annas.blocks.find(({ event }) => event === 'ready')?.id ?? null;
    again.open(shared, clock, anna);
    await ready(again);
    expect(again.numbers).toEqual([1, 5]);
  });

  it('misses nothing and repeats nothing to a page that reconnects at any point of any interleaving', {
    timeout: 60_000,
  }, async () => {
    const writers = await Promise.all([session(), session(), session()]);
    const shared = [hub(), hub()];
    const step = fc.record({
      writer: fc.nat(2),
      act: fc.constantFrom('begin', 'insert', 'insert', 'commit', 'commit', 'rollback'),
      /** After this step the page is cut, and opens again at the other process. */
      cut: fc.boolean(),
    });
    let n = 1000;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
        const reader = { userId: randomUUID(), isAdmin: false };
        const open = writers.map(() => null as number[] | null);
        const committed: number[] = [];
        let at = 0;
        const one = new LivePage().open(shared[0] as LiveHub, clock, reader);
        await ready(one);
        for (const { writer, act, cut } of [
          ...steps,
          ...writers.map((_, w) => ({ writer: w, act: 'commit', cut: true })),
        ]) {
          const client = writers[writer] as pg.Client;
          const mine = open[writer];
          if (act === 'begin' && !mine) {
            await client.query('BEGIN');
            open[writer] = [];
          } else if (act === 'insert') {
            await insert(client, ++n, reader.userId);
            (mine ?? committed).push(n);
          } else if (act === 'commit' && mine) {
            await commit(client);
            committed.push(...mine);
            open[writer] = null;
          } else if (act === 'rollback' && mine) {
            await client.query('ROLLBACK');
            open[writer] = null;
          }
          if (cut) {
            await one.close();
            one.open(shared[++at % 2] as LiveHub, clock, reader);
          }
        }
        await expect.poll(() => one.numbers.length, eventually).toBe(committed.length);
        expect(one.numbers.toSorted((a, b) => a - b)).toEqual(committed.toSorted((a, b) => a - b));
        expect(one.has('reset')).toBe(false);
        await one.close();
      }),
      { numRuns: 40 },
    );
  });

  it('misses nothing when PostgreSQL cuts its connection', async () => {
    const one = page(hub());
    await ready(one);
    await insert(deps.pool, 1);
    await expect.poll(() => one.numbers, eventually).toEqual([1]);
    const cut = await deps.pool.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'stardesk-live' AND datname = current_database()`,
    );
    expect(cut.rowCount).toBeGreaterThan(0);
    await insert(deps.pool, 2);
    await expect.poll(() => one.numbers, eventually).toEqual([1, 2]);
  });

  it.each([
    ['nobody can read', 'something else'],
    ['of another database', '000000000000.1790000000.1:1:'],
  ])('says "start anew" to a place that %s, and goes on from there', async (_, after) => {
    const one = new LivePage();
    one.lastId = after;
    one.open(hub(), clock, anna);
    await ready(one);
    expect(one.blocks.filter(({ event }) => event !== 'comment').map(({ event }) => event)).toEqual(['reset', 'ready']);
    await insert(deps.pool, 3);
    await expect.poll(() => one.numbers, eventually).toEqual([3]);
  });

  it('says "start anew" to who was away for too long or comes from a future that was undone', async () => {
    const first = page(hub());
    await ready(first);
    const [epoch, taken, snapshot = ''] = (first.lastId ?? '').split('.');
    const [xmin, xmax] = snapshot.split(':');
    const old = `${epoch}.${Number(taken) - 86_401}.${snapshot}`;
    const undone = `${epoch}.${taken}.${xmin}:${BigInt(xmax ?? 0) + 1_000_000n}:`;
    for (const after of [old, undone]) {
      const one = new LivePage();
      one.lastId = after;
      one.open(hub(), clock, anna);
      await ready(one);
      expect(one.has('reset')).toBe(true);
    }
  });

  it('says "start anew" instead of telling more than a page can take', async () => {
    const one = page(hub());
    await ready(one);
    await one.close();
    await deps.pool.query(
      `INSERT INTO live_events (user_id, topic, payload) SELECT $1, 'test.happened', '{"n":1}' FROM generate_series(0, $2)`,
      [anna.userId, catchUpLimit],
    );
    one.open(hub(), clock, anna);
    await expect.poll(() => one.has('reset'), eventually).toBe(true);
    expect(one.events).toHaveLength(0);
  });

  it('catches up to its own place and no further: what comes after is told by the next round', async () => {
    const from = (await readAfter(deps.pool, 'epoch', null)).place;
    await insert(deps.pool, 1);
    const until = (await readAfter(deps.pool, 'epoch', from)).place;
    await insert(deps.pool, 2);
    const missed = await readBetween(deps.pool, anna, from, until);
    expect(missed?.map(({ payload }) => JSON.parse(payload))).toEqual([{ n: 1 }]);
  });

  it('says "start anew" to open pages when another database stands behind the address', async () => {
    const restored = await testDatabase();
    const own = new LiveHub(restored.deps);
    hubs.push(own);
    const one = page(own);
    await ready(one);
    await dropDatabase(restored.url);
    const admin = await connectTo(withDatabase(restored.url, 'postgres'));
    await admin.query(
      `CREATE DATABASE ${new URL(restored.url).pathname.slice(1)} TEMPLATE ${inject('databaseTemplate')}`,
    );
    await admin.end();
    await expect.poll(() => one.has('reset'), { timeout: 10_000 }).toBe(true);
  });

  it('forgets events only when no place can still need them', async () => {
    await deps.pool.query(`INSERT INTO live_events (audience, topic, payload, created_at) VALUES
      ('everybody', 'test.old', '{}', now() - interval '26 hours'), ('everybody', 'test.young', '{}', now() - interval '24 hours')`);
    expect(await forgetOldEvents(deps.pool)).toBe(1);
  });
});
