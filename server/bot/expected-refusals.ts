import { GrammyError, type MiddlewareFn } from 'grammy';
import type { StardeskContext } from './context.ts';

/** What Telegram may answer to a reply of ours and what is no fault: another try would be answered the same. */
const harmless =
  /bot was blocked by the user|user is deactivated|message is not modified|query is too old|query ID is invalid|message to (edit|delete) not found|chat not found|bot was kicked|have no rights/i;

/** The boundary around all handlers: those refusals end the update, everything else goes to the inbox, which retries. */
export const endAtExpectedRefusals: MiddlewareFn<StardeskContext> = async (ctx, next) => {
  try {
    await next();
  } catch (error) {
    if (!(error instanceof GrammyError) || error.error_code === 429 || !harmless.test(error.description)) throw error;
    ctx.deps.log.info({ event: 'bot_refused', method: error.method, status: error.error_code, why: error.description });
  }
};
