import { Composer } from 'grammy';
import type { StardeskContext } from './context.ts';

/** Last of all: nobody is left without an answer, and a button never spins. Groups are not answered. */
export const unhandled = new Composer<StardeskContext>();

// What people send, not what a chat itself reports: a payment or a pinned message is never "not understood".
const written = ['message:text', 'message:file', 'message:sticker', 'message:contact', 'message:location'] as const;

unhandled.chatType('private').on([...written], async (ctx) => {
  await ctx.reply(ctx.t('bot.notUnderstood'));
});

unhandled.on('callback_query', async (ctx) => {
  await ctx.answerCallbackQuery({ text: ctx.t('bot.buttonGone') });
});
