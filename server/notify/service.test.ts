import { beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '#/tests/support/database.ts';
import { listUnknownMessages, outboxStats } from './data.ts';
import { claimMessages } from './dispatch/data.ts';
import { FloodWaits } from './dispatch/model.ts';
import { dispatchRound, startDispatch } from './dispatch/service.ts';
import { abandonedAfterMs, judge, next, type SendOutcome } from './model.ts';
import type { FindSender } from './ports.ts';
import { cancelNotice, closeChat, forgetEndedMessages, notify, openChat, settleUnknown } from './service.ts';

const { deps, clock } = await testDatabase();
const eventually = { timeout: 5_000, interval: 10 };
let calls: { sender: string; chatId: bigint; text: string }[] = [];
let outcome: (text: string) => SendOutcome | Promise<SendOutcome> = () => sent;
const sent: SendOutcome = { kind: 'sent', messageId: 5n };
const findSender: FindSender = (sender) => ({
  async send({ chatId, payload }) {
    calls.push({ sender, chatId, text: payload.text });
    return outcome(payload.text);
  },
});
async function drain(floods = new FloodWaits()): Promise<void> {
  while ((await dispatchRound(deps, findSender, floods)) === 'again');
}
const ask = (key: string, chatId = 1n, more: { notBefore?: Date; sender?: string } = {}) =>
  notify(deps.db, { key, chatId, kind: 'text', payload: { text: key }, now: deps.clock.now(), ...more });
const rowOf = (key: string) => deps.db.outboxMessage.findUniqueOrThrow({ where: { key } });

beforeEach(async () => {
  await deps.pool.query('TRUNCATE outbox_messages, closed_chats');
  calls = [];
  outcome = () => sent;
  clock.setOffset(0);
});

describe('notify', () => {
  it('makes one message of one key, and none when the transaction goes back', async () => {
    const asked = await Promise.all(Array.from({ length: 12 }, () => ask('gift:1')));
    expect(asked.filter(({ isNew }) => isNew)).toHaveLength(1);
    const failing = deps.db.$transaction(async (tx) => {
      await notify(tx, { key: 'gift:2', chatId: 1n, kind: 'text', payload: { text: 'x' }, now: deps.clock.now() });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    await drain();
    expect(calls.map(({ text }) => text)).toEqual(['gift:1']);
  });

  it('takes back what was not begun, and only that', async () => {
    await ask('a');
    expect(await cancelNotice(deps.db, { key: 'a', now: deps.clock.now() })).toMatchObject({ ok: true });
    await ask('b');
    await drain();
    expect(await cancelNotice(deps.db, { key: 'b', now: deps.clock.now() })).toMatchObject({ ok: false });
    expect(calls.map(({ text }) => text)).toEqual(['b']);
  });
});

describe('the dispatch', () => {
  it('sends each message once when several workers share the outbox, those of a chat in their order', async () => {
    for (let n = 0; n < 60; n++) await ask(`m${String(n).padStart(2, '0')}`, BigInt(n % 5));
    await Promise.all([drain(), drain(), drain()]);
    await drain();
    expect(calls).toHaveLength(60);
    for (const chat of [0n, 1n, 2n, 3n, 4n]) {
      const texts = calls.filter(({ chatId }) => chatId === chat).map(({ text }) => text);
      expect(texts).toEqual(texts.toSorted());
    }
    expect(await rowOf('m00')).toMatchObject({ state: 'sent', sentMessageId: 5n, attempts: 1 });
  });

  it('takes nothing of a chat while another worker is sending there', async () => {
    await ask('a');
    await ask('b');
    const claim = () => claimMessages(deps.pool, { now: deps.clock.now(), limit: 5, waitingSenders: [] });
    expect((await claim()).map(({ payload }) => payload)).toMatchObject([{ text: 'a' }]);
    expect(await claim()).toEqual([]);
  });

  it('has committed "sending" before it calls: a crash during the call is not forgotten', async () => {
    await ask('a');
    outcome = async () => {
      expect(await rowOf('a')).toMatchObject({ state: 'sending' });
      return sent;
    };
    await drain();
    expect(await rowOf('a')).toMatchObject({ state: 'sent' });
  });

  it('never sends again by itself what got no answer; a person may', async () => {
    await ask('a');
    outcome = () => ({ kind: 'unknown' });
    await drain();
    clock.setOffset(3_600_000);
    await drain();
    expect(calls).toHaveLength(1);
    const [row] = await listUnknownMessages(deps, { limit: 5 });
    expect(row).toMatchObject({ key: 'a' });
    outcome = () => sent;
    const ids = [row?.id ?? ''];
    const decide = () => settleUnknown(deps, { ids, decision: 'send-again', now: deps.clock.now() });
    expect([await decide(), await decide()]).toEqual([1, 0]);
    await drain();
    expect(calls).toHaveLength(2);
  });

  it('takes a bug of the sender for an unknown outcome', async () => {
    await ask('a');
    outcome = () => {
      throw new Error('bug');
    };
    await drain();
    expect(await rowOf('a')).toMatchObject({ state: 'unknown' });
  });

  it('waits as long as a 429 says, with everything for that chat, and then sends in order', async () => {
    await ask('a');
    await ask('b');
    await ask('other', 2n);
    outcome = (text) => (text === 'a' ? { kind: 'refused', code: 'rate_limited', retryAfterMs: 30_000 } : sent);
    const floods = new FloodWaits();
    await drain(floods);
    expect(calls.map(({ text }) => text).toSorted()).toEqual(['a', 'other']);
    outcome = () => sent;
    clock.setOffset(29_000);
    await drain(floods);
    expect(calls).toHaveLength(2);
    clock.setOffset(31_000);
    await drain(floods);
    expect(calls.slice(2).map(({ text }) => text)).toEqual(['a', 'b']);
  });

  it('stops a whole bot when a second chat is refused as too fast, and no other bot', async () => {
    for (const chat of [1n, 2n]) await ask(`first${chat}`, chat);
    outcome = () => ({ kind: 'refused', code: 'rate_limited', retryAfterMs: 10_000 });
    const floods = new FloodWaits();
    await drain(floods);
    outcome = () => sent;
    await ask('third', 3n);
    await ask('of another', 3n, { sender: 'user:7' });
    await drain(floods);
    expect(calls.slice(2).map(({ text }) => text)).toEqual(['of another']);
    clock.setOffset(11_000);
    await drain(floods);
    expect(calls).toHaveLength(6);
  });

  it('remembers who has blocked the bot and calls no more, until they write', async () => {
    await ask('a');
    outcome = () => ({ kind: 'refused', code: 'bot_blocked' });
    await drain();
    await ask('b');
    await drain();
    expect(calls).toHaveLength(1);
    expect(await rowOf('b')).toMatchObject({ state: 'refused', failureCode: 'bot_blocked', attempts: 0 });
    outcome = () => sent;
    expect(await openChat(deps, { sender: 'installation', chatId: 1n })).toEqual({ wasClosed: true });
    await ask('c');
    await drain();
    expect(await rowOf('c')).toMatchObject({ state: 'sent' });
  });

  it('claims nothing for a closed chat, also when the message came a moment after those were refused', async () => {
    await closeChat(deps, { sender: 'installation', chatId: 1n, reason: 'bot_blocked', now: deps.clock.now() });
    await ask('a');
    const claimed = await claimMessages(deps.pool, { now: deps.clock.now(), limit: 5, waitingSenders: [] });
    expect(claimed).toEqual([]);
  });

  it('takes messages of a killed worker for unknown, not those of one that is still sending', async () => {
    await ask('old', 1n);
    await ask('young', 2n);
    await deps.db.outboxMessage.updateMany({ data: { state: 'sending', sendingSince: deps.clock.now() } });
    await deps.db.outboxMessage.update({
      where: { key: 'old' },
      data: { sendingSince: new Date(deps.clock.nowMs() - abandonedAfterMs - 1) },
    });
    const loop = startDispatch(deps, findSender);
    await expect.poll(async () => (await rowOf('old')).state, eventually).toBe('unknown');
    expect((await rowOf('young')).state).toBe('sending');
    await loop.stop();
    expect(calls).toEqual([]);
  });

  it('sends at its time what may not go before', async () => {
    await ask('later', 1n, { notBefore: new Date(deps.clock.nowMs() + 60_000) });
    const loop = startDispatch(deps, findSender);
    await drain();
    expect(calls).toEqual([]);
    clock.setOffset(60_001);
    await expect.poll(() => calls.length, eventually).toBe(1);
    await loop.stop();
  });

  it('counts what lies there, and forgets what ended long ago', async () => {
    await ask('a');
    expect(await outboxStats(deps, { now: deps.clock.now() })).toMatchObject([{ state: 'queued', count: 1 }]);
    await drain();
    expect(await forgetEndedMessages(deps, { now: deps.clock.now() })).toBe(0);
    expect(await forgetEndedMessages(deps, { now: new Date(deps.clock.nowMs() + 91 * 86_400_000) })).toBe(1);
  });
});

describe('the states', () => {
  it('let an answer lead only where the table says', () => {
    const now = new Date(0);
    const outcomes: SendOutcome[] = [
      sent,
      { kind: 'unknown' },
      { kind: 'refused', code: 'x' },
      { kind: 'refused', code: 'x', retryAfterMs: 5 },
    ];
    expect(outcomes.map((one) => judge(one, now).state)).toEqual(['sent', 'unknown', 'refused', 'queued']);
    for (const one of outcomes) expect(next.sending).toContain(judge(one, now).state);
  });
});
