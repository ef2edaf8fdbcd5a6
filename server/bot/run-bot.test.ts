import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createBotSender } from '#/server/adapters/telegram-bot/sender.ts';
import { listen } from '#/server/lib/listen.ts';
import { Secret } from '#/server/lib/secret.ts';
import { notify } from '#/server/notify/service.ts';
import { ownedData } from '#/server/owned-data.ts';
import { createLinkCode } from '#/server/users/linking/service.ts';
import { BotApiServer } from '#/tests/support/bot-api-server.ts';
import { testDatabase } from '#/tests/support/database.ts';
import { messageUpdate } from '#/tests/support/updates.ts';
import type { BotDeps } from './context.ts';
import { keepUpdates } from './inbox/data.ts';
import { updateOf } from './inbox/read-update.ts';
import { type RunningBot, runBot } from './run-bot.ts';
import { webhookSecret } from './webhook-secret.ts';

const telegram = await BotApiServer.start();
const { deps: base, logLines } = await testDatabase({
  env: { BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.root, PUBLIC_URL: 'https://desk.example.org' },
});
const deps: BotDeps = { ...base, ownedData };
const eventually = { timeout: 10_000, interval: 10 };
const running: RunningBot[] = [];
let nextId = 1;

function run(): RunningBot {
  const bot = runBot(deps, { token: new Secret(telegram.token), makeSender: createBotSender });
  running.push(bot);
  return bot;
}
/** As the worker does. */
const wakeAll = () => {
  for (const bot of running) bot.wake();
};
const listener = listen({
  database: deps.config.database,
  applicationName: 'test',
  channels: { stardesk_inbox: wakeAll, stardesk_outbox: wakeAll },
  clock: deps.clock,
  log: deps.log,
});

/** As the webhook keeps it. */
async function tell(update: object): Promise<void> {
  await keepUpdates(
    deps.pool,
    700n,
    [updateOf(update)].flatMap((one) => one ?? []),
  );
}
const said = () => telegram.callsOf('sendMessage').map(({ body }) => String(body.text));
const handledAll = () =>
  expect
    .poll(
      async () => (await deps.pool.query('SELECT 1 FROM inbox_updates WHERE handled_at IS NULL')).rowCount,
      eventually,
    )
    .toBe(0);

beforeEach(async () => {
  await deps.pool.query('TRUNCATE inbox_updates, outbox_messages, closed_chats');
  telegram.reset();
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((bot) => bot.stop(1_000)));
});
afterAll(async () => {
  await listener.close();
  await telegram.stop();
});

describe('the bot', () => {
  it('tells Telegram where it is, with its secret and every kind of update it wants, and what it can do', async () => {
    run();
    await expect.poll(() => telegram.callsOf('setChatMenuButton').length, eventually).toBe(1);
    expect(telegram.callsOf('setWebhook')[0]?.body).toMatchObject({
      url: 'https://desk.example.org/api/telegram/webhook',
      secret_token: webhookSecret(deps.config),
      allowed_updates: expect.arrayContaining(['message', 'callback_query', 'my_chat_member', 'pre_checkout_query']),
    });
    const commands = telegram.callsOf('setMyCommands').map(({ body }) => body);
    expect(commands.map(({ language_code }) => language_code)).toEqual([undefined, 'ru', 'en']);
    expect(commands[2]).toMatchObject({
      scope: { type: 'all_private_chats' },
      commands: [{ command: 'start' }, { command: 'help' }],
    });
    expect(telegram.callsOf('setChatMenuButton')[0]?.body).toMatchObject({
      menu_button: { type: 'web_app', web_app: { url: 'https://desk.example.org/tg' } },
    });
    expect(telegram.callsOf('getUpdates')).toEqual([]);
  });

  it('answers /start and /help in the language of the person, with a button to the desk', async () => {
    run();
    await tell(messageUpdate(nextId++, '/start', 31));
    await tell(messageUpdate(nextId++, '/help', 31, { language_code: 'en' }));
    await handledAll();
    expect(said()).toEqual([expect.stringMatching(/^Здравствуйте/), expect.stringMatching(/^Commands/)]);
    expect(JSON.stringify(telegram.callsOf('sendMessage')[0]?.body.reply_markup)).toContain(
      'https://desk.example.org/tg',
    );
  });

  it('leaves nobody without an answer in private, and keeps quiet in groups and about payments', async () => {
    run();
    await tell(messageUpdate(nextId++, 'что ты умеешь', 32));
    const inGroup = messageUpdate(nextId++, 'всем привет', 33);
    await tell({ ...inGroup, message: { ...inGroup.message, chat: { id: -5, type: 'group', title: 'x' } } });
    const payment = messageUpdate(nextId++, '', 34);
    const { text: _, ...silent } = payment.message;
    await tell({ ...payment, message: { ...silent, successful_payment: { currency: 'XTR', total_amount: 5 } } });
    await tell({
      update_id: nextId++,
      callback_query: { id: '1', chat_instance: '1', data: 'gone', from: { id: 35, is_bot: false, first_name: 'x' } },
    });
    await handledAll();
    expect(said()).toEqual(['Этого я пока не умею. Что умею: /help.']);
    expect(telegram.callsOf('answerCallbackQuery')).toHaveLength(1);
  });

  it('links the web account that made the code, and says what is wrong with another', async () => {
    const user = await deps.db.user.create({ data: { login: 'anna', loginKey: 'anna', locale: 'en' } });
    const made = await createLinkCode(deps, { ownerId: user.id, now: deps.clock.now() });
    const code = made.ok ? made.value.code : '';
    run();
    await tell(messageUpdate(nextId++, '/start link_nonsense', 36));
    await tell(messageUpdate(nextId++, `/start link_${code}`, 36, { username: 'anna_tg' }));
    await tell(messageUpdate(nextId++, `/start link_${code}`, 36));
    await handledAll();
    expect(said()).toEqual([
      expect.stringMatching(/^Код не подходит/),
      expect.stringMatching(/^(Готово|Done)/),
      // Now the person is known, and so is the language they chose.
      expect.stringMatching(/code/i),
    ]);
    const row = await deps.db.user.findUniqueOrThrow({ where: { id: user.id } });
    expect(row).toMatchObject({ telegramId: 36n, telegramUsername: 'anna_tg' });
  });

  it('tells a blocked person so, whatever they ask for', async () => {
    await deps.db.user.create({ data: { telegramId: 41n, blockedAt: deps.clock.now() } });
    run();
    await tell(messageUpdate(nextId++, '/start', 41));
    await tell(messageUpdate(nextId++, '/start link_anything', 41));
    await handledAll();
    expect(said()).toEqual(Array(2).fill('Учётная запись заблокирована. Напишите в поддержку.'));
  });

  it('handles an update once whatever Telegram answers to the reply that is no fault of ours', async () => {
    telegram.answer('sendMessage', { refuse: 403, description: 'Forbidden: bot was blocked by the user' });
    run();
    await tell(messageUpdate(nextId++, '/start', 37));
    await handledAll();
    expect(telegram.callsOf('sendMessage')).toHaveLength(1);
  });

  it('shows no token in the log, whatever fails and however', async () => {
    telegram.answer('sendMessage', 'cut');
    telegram.answer('setWebhook', 'cut');
    run();
    await tell(messageUpdate(nextId++, '/start', 38));
    await expect.poll(() => logLines.filter((line) => line.includes('"outcome":"retry"')).length, eventually).toBe(1);
    await expect
      .poll(() => logLines.filter((line) => line.includes('bot_call_failed')).length, eventually)
      .toBeGreaterThan(0);
    const { rows } = await deps.pool.query('SELECT error FROM inbox_updates');
    for (const line of [...logLines, rows[0].error]) {
      expect(line).not.toContain(telegram.token.split(':')[1]);
      expect(line).not.toContain(webhookSecret(deps.config));
    }
  });

  it('sends the outbox, and stops where the person has blocked the bot until they come back', async () => {
    run();
    const member = (status: string) => ({
      update_id: nextId++,
      my_chat_member: {
        chat: { id: 39, type: 'private', first_name: 'x' },
        from: { id: 39, is_bot: false, first_name: 'x' },
        date: 1,
        old_chat_member: { status: 'member', user: { id: 700, is_bot: true, first_name: 'b' } },
        new_chat_member: { status, until_date: 0, user: { id: 700, is_bot: true, first_name: 'b' } },
      },
    });
    const ask = async (key: string) => {
      await notify(deps.db, { key, chatId: 39n, kind: 'text', payload: { text: key }, now: deps.clock.now() });
      const state = async () => (await deps.db.outboxMessage.findUnique({ where: { key } }))?.state;
      await expect.poll(state, eventually).toMatch(/sent|refused/);
      return state();
    };
    expect(await ask('first')).toBe('sent');
    await tell(member('kicked'));
    await handledAll();
    expect(await ask('second')).toBe('refused');
    await tell(member('member'));
    await handledAll();
    expect(await ask('third')).toBe('sent');
    expect(said()).toEqual(['first', 'third']);
  });

  it('waits for a Telegram that is not there yet', async () => {
    telegram.answer('getMe', 'cut');
    run();
    await tell(messageUpdate(nextId++, '/help', 40));
    await expect.poll(() => telegram.callsOf('getMe').length, eventually).toBeGreaterThan(0);
    telegram.reset();
    await handledAll();
    expect(said()).toHaveLength(1);
  });
});
