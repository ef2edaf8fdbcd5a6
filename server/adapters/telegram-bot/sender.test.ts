import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, describe, expect, it } from 'vitest';
import { Secret } from '#/server/lib/secret.ts';
import { BotApiServer } from '#/tests/support/bot-api-server.ts';
import { createBotSender } from './sender.ts';

const telegram = await BotApiServer.start();
afterAll(() => telegram.stop());
const sender = createBotSender({ token: new Secret(telegram.token), apiRoot: telegram.root });
const never = new AbortController().signal;
const message = {
  kind: 'text',
  chatId: 4_503_599_627_370_495n,
  payload: { text: 'Ваш <b>отчёт</b>', format: 'html', silent: true, linkPreview: false },
} as const;

describe('the Bot API sender', () => {
  it('sends a text and gives the number Telegram gave it', async () => {
    expect(await sender.send(message, never)).toEqual({ kind: 'sent', messageId: 1n });
    expect(telegram.callsOf('sendMessage')[0]?.body).toMatchObject({
      chat_id: '4503599627370495',
      text: 'Ваш <b>отчёт</b>',
      parse_mode: 'HTML',
      disable_notification: true,
    });
  });

  it.each([
    [403, 'Forbidden: bot was blocked by the user', { code: 'bot_blocked' }],
    [400, 'Bad Request: chat not found', { code: 'chat_not_found' }],
    [403, 'Forbidden: user is deactivated', { code: 'person_gone' }],
    [400, "Bad Request: can't parse entities: unclosed tag", { code: 'bad_markup' }],
    [400, 'Bad Request: something new', { code: 'telegram_400' }],
    [401, 'Unauthorized', { code: 'bad_token', retryAfterMs: 60_000 }],
  ])('takes %i %s for a refusal: nothing was sent', async (refuse, description, expected) => {
    telegram.answer('sendMessage', { refuse, description });
    expect(await sender.send(message, never)).toEqual({ kind: 'refused', ...expected });
  });

  it('passes on how long Telegram asks to wait', async () => {
    telegram.answer('sendMessage', { refuse: 429, description: 'Too Many Requests: retry after 17', retryAfter: 17 });
    expect(await sender.send(message, never)).toEqual({ kind: 'refused', code: 'rate_limited', retryAfterMs: 17_000 });
  });

  it.each([
    ['the line is cut before the answer', 'cut'],
    ['Telegram itself is in trouble', { refuse: 502, description: 'Bad Gateway' }],
  ] as const)('does not know what became of it when %s', async (_, answer) => {
    telegram.answer('sendMessage', answer);
    expect(await sender.send(message, never)).toEqual({ kind: 'unknown' });
  });

  it('does not know what became of it when no answer came in time', async () => {
    telegram.answer('sendMessage', 'silence');
    const deadline = new AbortController();
    const { length } = telegram.calls;
    const sent = sender.send(message, deadline.signal);
    await expect.poll(() => telegram.calls.length).toBe(length + 1);
    deadline.abort();
    expect(await sent).toEqual({ kind: 'unknown' });
  });

  it('knows that nothing was sent when nobody was there to take the call', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    const lonely = createBotSender({ token: new Secret(telegram.token), apiRoot: `http://127.0.0.1:${port}` });
    expect(await lonely.send(message, never)).toEqual({ kind: 'refused', code: 'unreachable', retryAfterMs: 5_000 });
  });
});
