import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { connectTo, testDatabase } from '#/tests/support/database.ts';
import { wakeAfterCommit } from './bell.ts';
import { transaction } from './db.ts';

const { deps, url } = await testDatabase();
let heard: string[] = [];
const eventually = { timeout: 5_000, interval: 5 };

beforeAll(async () => {
  const listener = await connectTo(url);
  listener.on('notification', ({ channel, payload }) => heard.push(payload ? `${channel}:${payload}` : channel));
  listener.on('error', () => {});
  await listener.query('LISTEN bell; LISTEN other');
});
beforeEach(() => {
  heard = [];
});
const endOf = async () => {
  // A bell rung after everything else: what was to be heard before has been heard.
  wakeAfterCommit(deps.pool, 'other', 'end');
  await expect.poll(() => heard.at(-1), eventually).toBe('other:end');
  return heard.slice(0, -1);
};

describe('the bell', () => {
  it('rings when the transaction has committed, not before', async () => {
    await deps.db.$transaction(async (tx) => {
      wakeAfterCommit(tx, 'bell', 'inside');
      expect(await endOf()).toEqual([]);
      heard = [];
    });
    expect(await endOf()).toEqual(['bell:inside']);
  });

  it('keeps still when the transaction goes back', async () => {
    const failing = deps.db.$transaction(async (tx) => {
      wakeAfterCommit(tx, 'bell');
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    await transaction(deps.db, async (tx) => {
      wakeAfterCommit(tx, 'bell');
      return { ok: false, failure: { code: 'x' } };
    });
    expect(await endOf()).toEqual([]);
  });

  it('rings at once for a statement that stood alone, through Prisma or the pool', async () => {
    wakeAfterCommit(deps.db, 'bell', 'prisma');
    wakeAfterCommit(deps.pool, 'bell', 'pool');
    expect((await endOf()).toSorted()).toEqual(['bell:pool', 'bell:prisma']);
  });

  it('rings many wishes together', async () => {
    for (let n = 0; n < 1000; n++) wakeAfterCommit(deps.pool, 'bell');
    expect((await endOf()).length).toBeLessThanOrEqual(3);
  });

  it('does nothing for a connection that it cannot see commit', async () => {
    const client = await connectTo(url);
    wakeAfterCommit(client, 'bell');
    await client.end();
    expect(await endOf()).toEqual([]);
  });
});
