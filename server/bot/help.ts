import { Composer } from 'grammy';
import type { StardeskContext } from './context.ts';
import { openDesk } from './open-desk.ts';

export const help = new Composer<StardeskContext>();

help.chatType('private').command('help', async (ctx) => {
  await ctx.reply(ctx.t('bot.help'), openDesk(ctx));
});
