import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { testDatabase } from '#/tests/support/database.ts';
import { LivePage } from '#/tests/support/live-page.ts';
import { LiveHub } from './hub.ts';
import type { Reader } from './model.ts';
import { publish } from './service.ts';
import { beatMs, openLiveStream } from './stream.ts';

const { deps, clock } = await testDatabase();
const anna: Reader = { userId: randomUUID(), isAdmin: false };
const eventually = { timeout: 5_000, interval: 5 };
let hub = new LiveHub(deps);
afterEach(async () => {
  await hub.stop();
  hub = new LiveHub(deps);
});
const ready = (one: LivePage) => expect.poll(() => one.has('ready'), eventually).toBe(true);
const tell = (topic: string, ...numbers: number[]) =>
  deps.db.$transaction(async (tx) => {
    for (const n of numbers) await publish(tx, { to: { userId: anna.userId }, topic, payload: { n } });
  });

describe('a live stream', () => {
  it('gives only the last of several events the new place: a cut between them repeats and does not lose', async () => {
    const one = new LivePage().open(hub, clock, anna);
    await ready(one);
    const before = one.lastId;
    await tell('test.happened', 1, 2, 3);
    await expect.poll(() => one.numbers, eventually).toEqual([1, 2, 3]);
    // A place carries the second it was read in; what it has seen is the rest.
    const seenAt = (place: string | null) => place?.replace(/\.\d+\./, '.');
    const [first, second, third] = one.events.map(({ id }) => seenAt(id));
    expect([first, second]).toEqual([seenAt(before), seenAt(before)]);
    expect(third).not.toBe(seenAt(before));
    // Cut after the second: the page comes with the place it had then.
    const again = new LivePage();
    again.lastId = before;
    again.open(hub, clock, anna);
    await expect.poll(() => again.numbers, eventually).toEqual([1, 2, 3]);
  });

  it('beats every 15 s and carries its place forward with each beat', async () => {
    const one = new LivePage().open(hub, clock, anna);
    await ready(one);
    const { length } = one.blocks;
    clock.setOffset(beatMs + 1);
    await expect.poll(() => one.blocks.length, eventually).toBeGreaterThan(length);
    expect(one.blocks.at(-1)).toMatchObject({ event: 'comment', id: expect.stringMatching(/^[0-9a-f]{12}\./) });
    clock.setOffset(0);
  });

  it('ends at once when a session of the reader has ended, and says so', async () => {
    let isSignedIn = true;
    const one = new LivePage().open(hub, clock, anna, async () => (isSignedIn ? anna : null));
    await ready(one);
    await tell('session.ended', 1);
    await expect.poll(() => one.numbers, eventually).toEqual([1]);
    expect(one.isEnded).toBe(false); // another session of the same person
    isSignedIn = false;
    await tell('session.ended', 2);
    await expect.poll(() => one.isEnded, eventually).toBe(true);
    expect(one.has('ended')).toBe(true);
  });

  it('ends at the next beat for who was blocked, and stops telling admins things to who is none any more', async () => {
    let now: Reader | null = { ...anna, isAdmin: true };
    const one = new LivePage().open(hub, clock, { ...anna, isAdmin: true }, async () => now);
    await ready(one);
    now = anna;
    clock.setOffset(2 * beatMs);
    await deps.db.$transaction((tx) => publish(tx, { to: 'everybody', topic: 'test.happened', payload: { n: 1 } }));
    await expect.poll(() => one.numbers, eventually).toEqual([1]);
    await deps.db.$transaction((tx) => publish(tx, { to: 'admins', topic: 'test.happened', payload: { n: 2 } }));
    await tell('test.happened', 3);
    await expect.poll(() => one.numbers, eventually).toEqual([1, 3]);
    now = null;
    clock.setOffset(4 * beatMs);
    await expect.poll(() => one.isEnded, eventually).toBe(true);
    clock.setOffset(0);
  });

  it('ends promptly when the process stops', async () => {
    const one = new LivePage().open(hub, clock, anna);
    await ready(one);
    const startedMs = performance.now();
    await hub.stop();
    await expect.poll(() => one.isEnded, eventually).toBe(true);
    expect(performance.now() - startedMs).toBeLessThan(1_000);
    expect(one.has('ended')).toBe(false); // the page comes again
    expect(hub.countOf(anna.userId)).toBe(0);
  });

  it('is cut rather than filling the memory when its reader does not read', async () => {
    const stream = openLiveStream({ hub, clock, reader: anna, after: null, recheck: async () => anna });
    await expect.poll(() => hub.countOf(anna.userId), eventually).toBe(1);
    const text = 'x'.repeat(7_000);
    await expect
      .poll(
        async () => {
          for (let n = 0; n < 50; n++)
            await deps.db.$transaction((tx) =>
              publish(tx, { to: { userId: anna.userId }, topic: 'test.big', payload: { text } }),
            );
          return hub.countOf(anna.userId);
        },
        { timeout: 15_000 },
      )
      .toBe(0);
    await stream.cancel();
  });

  it('leaves nothing behind when the page goes', async () => {
    const one = new LivePage().open(hub, clock, anna);
    await ready(one);
    expect(hub.countOf(anna.userId)).toBe(1);
    await one.close();
    expect(hub.countOf(anna.userId)).toBe(0);
  });
});
