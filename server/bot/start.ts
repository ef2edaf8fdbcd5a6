import { Composer } from 'grammy';
import { describeFailure } from '#/server/trpc/failures.ts';
import { redeemLinkCode } from '#/server/users/linking/service.ts';
import type { StardeskContext } from './context.ts';
import { openDesk } from './open-desk.ts';

export const start = new Composer<StardeskContext>();
const here = start.chatType('private');

/** t.me/<bot>?start=link_<code>: the web account that made the code is joined with this Telegram. */
here.command('start', async (ctx, next) => {
  const code = /^link_([\w-]{1,64})$/.exec(ctx.match)?.[1];
  if (!code) return next();
  const linked = await redeemLinkCode(ctx.deps, {
    code,
    telegramId: BigInt(ctx.from.id),
    username: ctx.from.username ?? null,
    now: ctx.now,
  });
  if (linked.ok) await ctx.reply(ctx.t(linked.value.absorbed ? 'bot.linkedAndJoined' : 'bot.linked'), openDesk(ctx));
  else await ctx.reply(describeFailure(linked.failure, ctx.locale, String(ctx.update.update_id)));
});

here.command('start', async (ctx) => {
  const canOpen = 'reply_markup' in openDesk(ctx);
  await ctx.reply(ctx.t(canOpen ? 'bot.start' : 'bot.startWithoutDesk'), openDesk(ctx));
});
