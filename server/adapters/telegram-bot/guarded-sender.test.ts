import { beforeEach, expect, it } from 'vitest';
import { MovableClock } from '#/server/lib/clock.ts';
import { createLog } from '#/server/lib/log.ts';
import { createUpstream } from '#/server/lib/resilience.ts';
import type { SendOutcome } from '#/server/notify/model.ts';
import type { MessageSender } from '#/server/notify/ports.ts';
import { guardSender } from './guarded-sender.ts';

const message = {
  kind: 'text',
  chatId: 7n,
  payload: { text: 'Отчёт', format: 'plain', silent: false, linkPreview: false },
} as const;
const never = new AbortController().signal;
const unreachable = { kind: 'refused', code: 'unreachable', retryAfterMs: 5_000 };
const clock = new MovableClock();
let outcome: SendOutcome;
let calls = 0;
let guarded: MessageSender;
beforeEach(() => {
  calls = 0;
  const config = { timeoutMs: 10_000, retries: 3, backoffBaseMs: 1, backoffCapMs: 1, circuitResetMs: 30_000 };
  const botApi = createUpstream('telegram', config, { clock, log: createLog({ logLevel: 'silent' }, 'script') });
  const sender: MessageSender = {
    async send() {
      calls += 1;
      return outcome;
    },
  };
  guarded = guardSender(sender, botApi);
});

it.each<SendOutcome>([
  { kind: 'sent', messageId: 5n },
  { kind: 'refused', code: 'bot_blocked' },
  { kind: 'refused', code: 'rate_limited', retryAfterMs: 17_000 },
])('passes on what Telegram said: %o', async (said) => {
  outcome = said;
  for (let call = 0; call < 12; call++) expect(await guarded.send(message, never)).toEqual(said);
  expect(calls).toBe(12);
});

it('says "unknown" after silence and never sends the message a second time', async () => {
  outcome = { kind: 'unknown' };
  expect(await guarded.send(message, never)).toEqual({ kind: 'unknown' });
  expect(calls).toBe(1);
});

it('keeps messages unsent while Telegram is silent, and lets them go when it speaks again', async () => {
  outcome = { kind: 'unknown' };
  for (let call = 0; call < 5; call++) await guarded.send(message, never);
  expect(await guarded.send(message, never)).toEqual(unreachable);
  expect(calls).toBe(5);
  clock.setOffset(clock.offsetMs + 30_000);
  outcome = { kind: 'sent', messageId: 6n };
  expect(await guarded.send(message, never)).toEqual(outcome);
});

it('counts a Telegram that cannot be reached as silent, and the message as not sent', async () => {
  outcome = { kind: 'refused', code: 'unreachable', retryAfterMs: 1 };
  for (let call = 0; call < 8; call++) expect(await guarded.send(message, never)).toEqual(unreachable);
  expect(calls).toBe(5);
  expect(await guarded.send(message, AbortSignal.abort())).toEqual(unreachable);
});
