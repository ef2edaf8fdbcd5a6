import { Composer } from 'grammy';
import { installation } from '#/server/notify/model.ts';
import { closeChat, openChat } from '#/server/notify/service.ts';
import type { StardeskContext } from './context.ts';

/** Who may be written to: who blocks the bot may not, who writes or comes back may. */
export const chats = new Composer<StardeskContext>();

chats.chatType('private').on('my_chat_member', async (ctx) => {
  const chat = { sender: installation, chatId: BigInt(ctx.chat.id) };
  if (ctx.myChatMember.new_chat_member.status === 'kicked') {
    await closeChat(ctx.deps, { ...chat, reason: 'bot_blocked', now: ctx.now });
  } else await openChat(ctx.deps, chat);
});

chats.chatType('private').on('message', async (ctx, next) => {
  await openChat(ctx.deps, { sender: installation, chatId: BigInt(ctx.chat.id) });
  await next();
});
