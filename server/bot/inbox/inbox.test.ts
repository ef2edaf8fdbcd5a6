import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '#/tests/support/database.ts';
import { messageUpdate, shuffled } from '#/tests/support/updates.ts';
import { listen } from '../../lib/listen.ts';
import { claimUpdates, forgetOldUpdates, inboxStats, keepUpdates, listDeadUpdates, retryDeadUpdates } from './data.ts';
import { type Inbox, startInbox } from './drain.ts';
import { leaseMs, mostAttempts } from './model.ts';
import { readUpdate, updateOf } from './read-update.ts';

const { deps, clock, logLines } = await testDatabase();
const botId = 700n;
const eventually = { timeout: 15_000, interval: 10 };
const inboxes: Inbox[] = [];
let handled: { id: number; chat: number }[] = [];
type Message = ReturnType<typeof messageUpdate>;

function worker(handle: (update: Message) => Promise<void> | void = () => {}): Inbox {
  const inbox = startInbox(deps, {
    botId,
    async handle(update) {
      const message = update as Message;
      await handle(message);
      handled.push({ id: message.update_id, chat: message.message.chat.id });
    },
  });
  inboxes.push(inbox);
  return inbox;
}
const keep = (...updates: object[]) =>
  keepUpdates(
    deps.pool,
    botId,
    updates.flatMap((update) => updateOf(update) ?? []),
  );
const open = async () => (await inboxStats(deps)).open;

beforeEach(async () => {
  await deps.pool.query('TRUNCATE inbox_updates');
  handled = [];
  clock.setOffset(0);
});
afterEach(() => Promise.all(inboxes.splice(0).map((inbox) => inbox.stop(1_000))));

describe('the inbox', () => {
  it('handles 1000 updates that came three times each, in disorder, once each with two workers', {
    timeout: 60_000,
  }, async () => {
    const updates = Array.from({ length: 1000 }, (_, n) => messageUpdate(n + 1, `m${n}`, n % 50));
    const listener = listen({
      database: deps.config.database,
      applicationName: 'test',
      channels: {
        stardesk_inbox() {
          for (const inbox of inboxes) inbox.wake();
        },
      },
      clock,
      log: deps.log,
    });
    let underWay = new Map<number, number>();
    const oneAtATime = async ({ message }: Message) => {
      underWay.set(message.chat.id, (underWay.get(message.chat.id) ?? 0) + 1);
      expect(underWay.get(message.chat.id)).toBe(1);
      await Promise.resolve();
      underWay.set(message.chat.id, 0);
    };
    worker(oneAtATime);
    worker(oneAtATime);
    const deliveries = shuffled([...updates, ...updates, ...updates], 7);
    const lanes = Array.from({ length: 8 }, (_, lane) => deliveries.filter((_, at) => at % 8 === lane));
    await Promise.all(
      lanes.map(async (lane) => {
        for (const update of lane) await keep(update);
      }),
    );
    await expect.poll(open, eventually).toBe(0);
    expect(handled).toHaveLength(1000);
    expect(new Set(handled.map(({ id }) => id)).size).toBe(1000);
    underWay = new Map();
    await listener.close();
  });

  it('keeps the order of a chat, and lets no chat wait for another', async () => {
    await keep(...Array.from({ length: 40 }, (_, n) => messageUpdate(n + 1, 'x', n % 2)));
    const { promise: mayGoOn, resolve: goOn } = Promise.withResolvers<void>();
    worker((update) => (update.update_id === 1 ? mayGoOn : undefined));
    // Chat 0 stands at its first; chat 1 goes on without it.
    await expect.poll(() => handled.length, eventually).toBe(20);
    expect(handled.every(({ chat }) => chat === 1)).toBe(true);
    goOn();
    await expect.poll(() => handled.length, eventually).toBe(40);
    for (const chat of [0, 1]) {
      const ids = handled.filter((one) => one.chat === chat).map(({ id }) => id);
      expect(ids).toEqual(ids.toSorted((a, b) => a - b));
    }
  });

  it('tries a failing update again with growing pauses while its chat waits, then gives it up and goes on', async () => {
    await keep(messageUpdate(1, 'poison'), messageUpdate(2, 'after'));
    let tries = 0;
    worker(({ message }) => {
      if (message.text !== 'poison') return;
      tries++;
      throw new Error('cannot digest');
    });
    await expect.poll(() => tries, eventually).toBe(1);
    for (let expected = 2; expected <= mostAttempts; expected++) {
      expect(handled).toEqual([]);
      clock.setOffset(expected * 120_000);
      await expect.poll(() => tries, eventually).toBe(expected);
    }
    await expect.poll(() => handled, eventually).toEqual([{ id: 2, chat: 1000 }]);
    const [dead] = await listDeadUpdates(deps, { limit: 5 });
    expect(dead).toMatchObject({ botId: '700', updateId: '1', error: 'cannot digest', attempts: mostAttempts });
    const last = logLines
      .map((line) => JSON.parse(line))
      .findLast((line) => line.event === 'update' && line.updateId === '1');
    expect(last).toMatchObject({ outcome: 'dead', kind: 'message', attempt: mostAttempts, level: 'error' });
    // The admin has it tried once more.
    const updates = [{ botId: '700', updateId: '1' }];
    expect(await retryDeadUpdates(deps, { updates })).toBe(1);
    expect(await retryDeadUpdates(deps, { updates })).toBe(0);
    inboxes[0]?.wake();
    await expect.poll(() => tries, eventually).toBe(mostAttempts + 1);
  });

  it('takes the update of a killed worker again when its claim has run out, not before', async () => {
    await keep(messageUpdate(1, 'x'), messageUpdate(2, 'y'));
    // As a worker leaves it that was killed in the middle.
    await deps.pool.query(`UPDATE inbox_updates SET attempts = 1, retry_at = $1 WHERE update_id = 1`, [
      new Date(clock.nowMs() + leaseMs),
    ]);
    clock.setOffset(leaseMs - 5_000);
    expect(await claimUpdates(deps.pool, { botId, now: clock.now(), leaseMs, limit: 5 })).toEqual([]);
    worker();
    clock.setOffset(leaseMs + 1_000);
    await expect.poll(() => handled.map(({ id }) => id), eventually).toEqual([1, 2]);
  });

  it('gives up an update over which workers died again and again, without touching it once more', async () => {
    await keep(messageUpdate(1, 'kills'));
    await deps.pool.query('UPDATE inbox_updates SET attempts = $1', [mostAttempts]);
    worker();
    await expect.poll(open, eventually).toBe(0);
    expect(handled).toEqual([]);
    expect((await listDeadUpdates(deps, { limit: 1 }))[0]?.error).toBe('workers died while handling it');
  });

  it('gives an unfinished update back when it stops', async () => {
    await keep(messageUpdate(1, 'slow'));
    const { promise, resolve } = Promise.withResolvers<void>();
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
    const first = worker(() => {
      begin();
      return promise;
    });
    await begun;
    await first.stop(50);
    worker();
    await expect.poll(() => handled.length, eventually).toBe(1);
    resolve();
  });

  it('keeps what no jsonb can hold: it is told, not lost', async () => {
    const update = readUpdate('{"update_id":9,"message":{"chat":{"id":5},"text":"a\\u0000b\\ud800c"}}');
    expect(update).toMatchObject({ updateId: 9, chatKey: '5' });
    if (update) expect(await keepUpdates(deps.pool, botId, [update])).toEqual({ kept: 1 });
    const { rows } = await deps.pool.query(`SELECT payload->'message'->>'text' AS text FROM inbox_updates`);
    expect(rows[0].text).toBe('a\ufffdb\ufffdc');
  });

  it('knows an update again for two days after it was handled, and then forgets it', async () => {
    await keep(messageUpdate(1, 'x'));
    worker();
    await expect.poll(open, eventually).toBe(0);
    expect(await keep(messageUpdate(1, 'x'))).toEqual({ kept: 0 });
    expect(await forgetOldUpdates(deps.pool, new Date(clock.nowMs() + 47 * 3_600_000))).toBe(0);
    expect(await forgetOldUpdates(deps.pool, new Date(clock.nowMs() + 49 * 3_600_000))).toBe(1);
  });
});

describe('readUpdate', () => {
  it.each([
    ['a message', { message: { chat: { id: -100 }, from: { id: 5 } } }, '-100'],
    ['a button', { callback_query: { from: { id: 5 }, message: { chat: { id: 7 } } } }, '7'],
    ['a button of an inline message', { callback_query: { from: { id: 5 } } }, '5'],
    ['a payment question', { pre_checkout_query: { from: { id: 5 } } }, '5'],
    ['something new', { brand_new: { thing: 1 } }, ''],
  ])('finds whose turn %s is in', (_, body, chatKey) => {
    expect(readUpdate(JSON.stringify({ update_id: 3, ...body }))).toMatchObject({ updateId: 3, chatKey });
  });

  it.each([
    '',
    'null',
    '[]',
    '{',
    '"x"',
    '{}',
    '{"update_id":"1"}',
    '{"update_id":1.5}',
    '{"update_id":-1}',
    '{"update_id":1e300}',
  ])('takes %j for no update', (text) => expect(readUpdate(text)).toBeNull());
});
