import type { Timer } from '#/server/lib/clock.ts';
import { installationBotToken } from '#/server/users/setup/bot-token/service.ts';
import type { BotDeps } from './context.ts';
import { type BotOptions, type RunningBot, runBot } from './run-bot.ts';

/** The set-up may name a bot, or another one, while we run. */
const lookEveryMs = 10_000;

/** Runs the installation's bot as long as there is one, whichever it is. */
export function followBotToken(deps: BotDeps, makeSender: BotOptions['makeSender']): RunningBot {
  let current: { readonly token: string; readonly bot: RunningBot } | null = null;
  let isStopped = false;
  let looking: Promise<void> | null = null;
  let timer: Timer | null = null;

  async function look(): Promise<void> {
    const token = await installationBotToken(deps);
    if (isStopped || token?.reveal() === current?.token) return;
    const former = current;
    current = null;
    await former?.bot.stop(1_000);
    if (isStopped || !token) return;
    current = { token: token.reveal(), bot: runBot(deps, { token, makeSender }) };
  }
  function lookNow(): void {
    looking ??= look()
      .catch((error: unknown) => deps.log.warn({ event: 'bot_token_unreadable', err: error }))
      .finally(() => {
        looking = null;
      });
  }
  lookNow();
  timer = deps.clock.every(lookEveryMs, lookNow);
  return {
    wake: () => current?.bot.wake(),
    async stop(graceMs) {
      isStopped = true;
      timer?.cancel();
      await looking;
      await current?.bot.stop(graceMs);
    },
  };
}
