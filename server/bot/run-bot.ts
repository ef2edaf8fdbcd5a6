import type { Api } from 'grammy';
import type { Update } from 'grammy/types';
import type { Secret } from '#/server/lib/secret.ts';
import { startDispatch } from '#/server/notify/dispatch/service.ts';
import { installation } from '#/server/notify/model.ts';
import type { MessageSender } from '#/server/notify/ports.ts';
import { rememberBotIdentity } from '#/server/users/setup/bot-token/service.ts';
import { announceCommands, announceWebhook, webhookUrl } from './announce.ts';
import { type ApiSignal, createApi } from './api-client.ts';
import type { BotDeps } from './context.ts';
import { createBot } from './create-bot.ts';
import { startInbox } from './inbox/drain.ts';
import { plainError } from './plain-error.ts';
import { startPolling } from './poll-updates.ts';

export interface RunningBot {
  /** Something came into the inbox or the outbox. */
  wake(): void;
  stop(graceMs: number): Promise<void>;
}
export interface BotOptions {
  readonly token: Secret;
  readonly makeSender: (bot: { token: Secret; apiRoot: string }) => MessageSender;
}

const firstRetryMs = 1_000;
const lastRetryMs = 60_000;

/** Everything that one bot needs of a worker: its inbox is handled, its outbox sent, Telegram knows where we are. */
export function runBot(deps: BotDeps, { token, makeSender }: BotOptions): RunningBot {
  const { config, clock, log } = deps;
  const { apiRoot } = config.telegram;
  const stopping = new AbortController();
  const stops: ((graceMs: number) => Promise<void>)[] = [];
  const wakes: (() => void)[] = [];
  const api = createApi({ token, apiRoot });
  // Whoever stops does not wait for Telegram.
  api.config.use((call, method, payload, signal) => call(method, payload, signal ?? (stopping.signal as ApiSignal)));

  async function begin(): Promise<void> {
    const botInfo = await untilDone('getMe', () => api.getMe());
    if (!botInfo) return;
    const botId = BigInt(botInfo.id);
    await untilDone('identity', () => rememberBotIdentity(deps.db, { id: botId, username: botInfo.username }));
    if (stopping.signal.aborted) return;
    const bot = createBot(deps, { token, botInfo });
    const handle = async (update: object) => {
      await bot.handleUpdate(update as Update).catch((error: unknown) => {
        throw plainError(error);
      });
    };
    const inbox = startInbox(deps, { botId, handle });
    const sender = makeSender({ token, apiRoot });
    const outbox = startDispatch(deps, (name) => (name === installation ? sender : null));
    stops.push(inbox.stop, outbox.stop);
    wakes.push(inbox.wake, outbox.wake);
    log.info({ event: 'bot_started', botId: String(botId), username: botInfo.username });
    await letTelegramFindUs(api, botId);
  }

  async function letTelegramFindUs(api: Api, botId: bigint): Promise<void> {
    const url = webhookUrl(config);
    if (url === null) {
      const polling = startPolling(deps, api, botId);
      stops.push(polling.stop);
    } else await untilDone('setWebhook', () => announceWebhook(api, config, url));
    await untilDone('setMyCommands', () => announceCommands(api, config));
  }

  /** Telegram or the database may be away for long; nothing here is worth falling over. Null: stopped meanwhile. */
  async function untilDone<Value>(what: string, work: () => Promise<Value>): Promise<Value | null> {
    for (let retryMs = firstRetryMs; !stopping.signal.aborted; retryMs = Math.min(retryMs * 2, lastRetryMs)) {
      try {
        return await work();
      } catch (error) {
        if (stopping.signal.aborted) break;
        log.warn({ event: 'bot_call_failed', what, retryMs, err: plainError(error) });
        await clock.sleep(retryMs, stopping.signal);
      }
    }
    return null;
  }

  const begun = begin();
  return {
    wake() {
      for (const wake of wakes) wake();
    },
    async stop(graceMs) {
      stopping.abort();
      await begun;
      await Promise.all(stops.map((stop) => stop(graceMs)));
    },
  };
}
