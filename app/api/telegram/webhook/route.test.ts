import { NextRequest } from 'next/server';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isWebhookSecret, webhookSecret } from '#/server/bot/webhook-secret.ts';
import { assembleWeb, useWeb } from '#/server/compose.web.ts';
import { testDatabase } from '#/tests/support/database.ts';
import { messageUpdate, shuffled } from '#/tests/support/updates.ts';
import { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } from './route.ts';

const secret = 'the-secret-of-the-door';
const { deps } = await testDatabase({
  env: { TELEGRAM_WEBHOOK_SECRET: secret, BOT_TOKEN: `700:${'A'.repeat(35)}` },
});
const url = 'http://127.0.0.1:3000/api/telegram/webhook';
const context = { params: Promise.resolve({}) };

function post(body: string | ReadableStream, headers: Record<string, string> = {}): Promise<Response> {
  const stream = typeof body === 'string' ? {} : { duplex: 'half' as const };
  return POST(new NextRequest(url, { method: 'POST', body, headers, ...stream }), context);
}
const deliver = (body: object | string, shown: string | null = secret) =>
  post(
    typeof body === 'string' ? body : JSON.stringify(body),
    shown === null ? {} : { 'x-telegram-bot-api-secret-token': shown },
  );
const rows = async () => (await deps.pool.query('SELECT bot_id, update_id, chat_key FROM inbox_updates')).rows;

beforeAll(() => useWeb(assembleWeb(deps)));
afterAll(() => useWeb(null));
beforeEach(() => deps.pool.query('TRUNCATE inbox_updates'));

describe('the webhook', () => {
  it('answers {} when the update is committed, and again when it comes again', async () => {
    for (let delivery = 0; delivery < 3; delivery++) {
      const answer = await deliver(messageUpdate(5, 'привет'));
      expect([answer.status, await answer.text()]).toEqual([200, '{}']);
    }
    expect(await rows()).toEqual([{ bot_id: '700', update_id: '5', chat_key: '1000' }]);
  });

  it('keeps each of 1000 updates once that come three times each, in disorder, over 40 lanes', async () => {
    const updates = Array.from({ length: 1000 }, (_, n) => messageUpdate(n, 'x', n % 20));
    const deliveries = shuffled([...updates, ...updates, ...updates], 11);
    const lanes = Array.from({ length: 40 }, (_, lane) => deliveries.filter((_, at) => at % 40 === lane));
    const statuses = await Promise.all(
      lanes.map(async (lane) => {
        const seen: number[] = [];
        for (const update of lane) seen.push((await deliver(update)).status);
        return seen;
      }),
    );
    expect(new Set(statuses.flat())).toEqual(new Set([200]));
    expect(await rows()).toHaveLength(1000);
  });

  it('turns away 2000 forged ones, every one, and keeps no row of them', async () => {
    const forged = Array.from(
      { length: 2000 },
      (_, n) =>
        [null, '', 'x', secret.slice(0, -1), `${secret}x`, secret.toUpperCase(), ' '.repeat(n % 7), `${n}`][n % 8] as
          | string
          | null,
    );
    const statuses = await Promise.all(
      forged.map(async (shown, n) => (await deliver(messageUpdate(n, 'forged'), shown)).status),
    );
    expect(new Set(statuses)).toEqual(new Set([401]));
    expect(await rows()).toEqual([]);
  });

  it('reads not a byte of the body of who does not know the secret', async () => {
    let wasRead = false;
    const body = new ReadableStream(
      {
        pull(controller) {
          wasRead = true;
          controller.enqueue(new Uint8Array(1000));
        },
      },
      { highWaterMark: 0 },
    );
    expect((await post(body)).status).toBe(401);
    expect(wasRead).toBe(false);
  });

  it.each(['', 'null', '{', '[1]', '{"message":{}}', '{"update_id":"5"}'])('answers 400 to %j', async (body) => {
    expect((await deliver(body)).status).toBe(400);
    expect(await rows()).toEqual([]);
  });

  it('answers 413 to more than a megabyte, announced or not', async () => {
    const long = JSON.stringify(messageUpdate(1, 'x'.repeat(1_048_577)));
    expect((await deliver(long)).status).toBe(413);
    const chunked = new ReadableStream({
      start(controller) {
        for (let n = 0; n < 20; n++) controller.enqueue(new Uint8Array(100_000));
        controller.close();
      },
    });
    expect((await post(chunked, { 'x-telegram-bot-api-secret-token': secret })).status).toBe(413);
  });

  it.each(Object.entries({ GET, HEAD, PUT, PATCH, DELETE, OPTIONS }))('answers 405 to %s', async (method, handle) => {
    const answer = await handle(new NextRequest(url, { method }), context);
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST']);
  });

  it('answers 503 with a time to come again while the database is away, and keeps the update later', async () => {
    const away = await testDatabase({
      env: { TELEGRAM_WEBHOOK_SECRET: secret, BOT_TOKEN: `700:${'A'.repeat(35)}` },
    });
    await away.database.pool.end();
    useWeb(assembleWeb(away.deps));
    const answer = await deliver(messageUpdate(1, 'x'));
    expect([answer.status, Number(answer.headers.get('retry-after'))]).toEqual([503, 5]);
    useWeb(assembleWeb(deps));
    expect((await deliver(messageUpdate(1, 'x'))).status).toBe(200);
    expect(await rows()).toHaveLength(1);
  });
});

describe('the webhook’s secret', () => {
  it('is never missing: without a variable it is one that only we can know', async () => {
    const { deps: plain } = await testDatabase();
    expect(webhookSecret(plain.config)).toMatch(/^[0-9a-f]{64}$/);
    expect(webhookSecret(plain.config)).toBe(webhookSecret(plain.config));
    for (const shown of [null, '', 'null', 'undefined', secret]) {
      expect(isWebhookSecret(plain.config, shown)).toBe(false);
    }
    expect(isWebhookSecret(plain.config, webhookSecret(plain.config))).toBe(true);
  });
});
