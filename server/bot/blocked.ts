import { Composer } from 'grammy';
import { describeFailure } from '#/server/trpc/failures.ts';
import type { StardeskContext } from './context.ts';

/**
 * Blocked people are told so, whatever they write or press. What is not theirs to say (a payment that Telegram has
 * already taken) goes on: money is booked whoever paid.
 */
export const blocked = new Composer<StardeskContext>();
const theirs = blocked.filter((ctx) => ctx.isBlocked);

theirs.chatType('private').on('message:text', async (ctx) => {
  await ctx.reply(describeFailure({ code: 'blocked' }, ctx.locale, String(ctx.update.update_id)));
});
theirs.on('callback_query', async (ctx) => {
  await ctx.answerCallbackQuery(describeFailure({ code: 'blocked' }, ctx.locale, String(ctx.update.update_id)));
});
