import { Bot } from 'grammy';
import type { UserFromGetMe } from 'grammy/types';
import type { Secret } from '#/server/lib/secret.ts';
import { blocked } from './blocked.ts';
import { chats } from './chats.ts';
import { type BotDeps, enrich, type StardeskContext } from './context.ts';
import { endAtExpectedRefusals } from './expected-refusals.ts';
import { help } from './help.ts';
import { start } from './start.ts';
import { unhandled } from './unhandled.ts';

/**
 * The installation's bot: one Composer a concern, in this order. It is fed from the inbox; a handler that throws has
 * its update tried again, so what it does twice must do no harm.
 */
export function createBot(
  deps: BotDeps,
  { token, botInfo }: { token: Secret; botInfo: UserFromGetMe },
): Bot<StardeskContext> {
  const bot = new Bot<StardeskContext>(token.reveal(), {
    botInfo,
    client: { apiRoot: deps.config.telegram.apiRoot, timeoutSeconds: 30 },
  });
  bot.use(enrich(deps), endAtExpectedRefusals);
  // Whether a chat may be written to is true of blocked people too.
  bot.use(chats, blocked, start, help);
  bot.use(unhandled);
  return bot;
}
