import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createBotSender } from '#/server/adapters/telegram-bot/sender.ts';
import { listen } from '#/server/lib/listen.ts';
import { Secret } from '#/server/lib/secret.ts';
import { ownedData } from '#/server/owned-data.ts';
import { BotApiServer } from '#/tests/support/bot-api-server.ts';
import { testDatabase } from '#/tests/support/database.ts';
import { messageUpdate } from '#/tests/support/updates.ts';
import { type RunningBot, runBot } from './run-bot.ts';

const telegram = await BotApiServer.start();
const { deps } = await testDatabase({ env: { BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.root } });
const eventually = { timeout: 10_000, interval: 10 };
const running: RunningBot[] = [];
const listener = listen({
  database: deps.config.database,
  applicationName: 'test',
  channels: {
    stardesk_inbox() {
      for (const bot of running) bot.wake();
    },
  },
  clock: deps.clock,
  log: deps.log,
});
function run(): RunningBot {
  const bot = runBot({ ...deps, ownedData }, { token: new Secret(telegram.token), makeSender: createBotSender });
  running.push(bot);
  return bot;
}
const said = () => telegram.callsOf('sendMessage').map(({ body }) => String(body.text));

beforeEach(async () => {
  await deps.pool.query('TRUNCATE inbox_updates');
  telegram.reset();
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((bot) => bot.stop(1_000)));
});
afterAll(async () => {
  await listener.close();
  await telegram.stop();
});

describe('polling, where Telegram cannot reach us', () => {
  /** Gives what lies at or after the offset, as the real one does, and holds the line when there is nothing. */
  function queue(updates: object[]) {
    telegram.answer('getUpdates', async ({ body }) => {
      const offset = Number(body.offset ?? 0);
      const due = updates.filter((update) => (update as { update_id: number }).update_id >= offset);
      if (due.length === 0) await new Promise((resolve) => setTimeout(resolve, 50));
      return { result: due.slice(0, 3) };
    });
  }

  it('asks through one worker of two, into the same inbox, and asks on only after the commit', async () => {
    const updates = Array.from({ length: 10 }, (_, n) => messageUpdate(5_000 + n, '/help', 50 + n));
    queue(updates);
    run();
    run();
    await expect.poll(() => said().length, eventually).toBe(10);
    const offsets = telegram.callsOf('getUpdates').map(({ body }) => Number(body.offset ?? 0));
    // One after another, never back: two that ask would each begin without an offset.
    expect(offsets).toEqual(offsets.toSorted((a, b) => a - b));
    expect(offsets.filter((offset) => offset === 0)).toHaveLength(1);
    expect(telegram.callsOf('setWebhook')).toEqual([]);
  });

  it('hands over to the other worker when the first stops', async () => {
    queue([messageUpdate(6_000, '/help', 60)]);
    const first = run();
    await expect.poll(() => said().length, eventually).toBe(1);
    run();
    await first.stop(500);
    queue([messageUpdate(6_001, '/help', 61)]);
    await expect.poll(() => said().length, { timeout: 15_000 }).toBe(2);
  });

  it('takes a webhook of former days away, and what waited for it is kept', async () => {
    const refusal = { refuse: 409, description: "Conflict: can't use getUpdates method while webhook is active" };
    telegram.answer('getUpdates', refusal);
    telegram.answer('deleteWebhook', () => {
      queue([messageUpdate(7_000, '/help', 70)]);
      return { result: true };
    });
    run();
    await expect.poll(() => said().length, eventually).toBe(1);
    expect(telegram.callsOf('deleteWebhook')[0]?.body).toMatchObject({ drop_pending_updates: false });
  });

  it('stops at once although a call may wait for half a minute', async () => {
    telegram.answer('getUpdates', 'silence');
    const bot = run();
    await expect.poll(() => telegram.callsOf('getUpdates').length, eventually).toBe(1);
    const startedMs = performance.now();
    await bot.stop(500);
    expect(performance.now() - startedMs).toBeLessThan(2_000);
  });
});
