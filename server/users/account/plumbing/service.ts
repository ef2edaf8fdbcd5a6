import { succeed } from '#/server/lib/errors.ts';
import type { OwnedData } from '../model.ts';

/** Traces of people in rooms that know none: what was told live, written to Telegram, received from it, answered once. */
const nothingToExport = async () => ({});
const nothingToAdopt = async () => succeed();

const live: OwnedData = {
  room: 'live',
  export: nothingToExport,
  async erase(tx, { userId }) {
    await tx.$executeRaw`DELETE FROM live_events WHERE user_id = ${userId}::uuid`;
  },
  adopt: nothingToAdopt,
};

const notices: OwnedData = {
  room: 'notices',
  async export(db, { userId, telegramId }) {
    const messages = await db.outboxMessage.findMany({
      where: { OR: [{ userId }, ...(telegramId === null ? [] : [{ chatId: telegramId }])] },
      orderBy: { createdAt: 'desc' },
      take: 5000,
      select: { kind: true, payload: true, state: true, createdAt: true, endedAt: true },
    });
    return { messages };
  },
  async erase(tx, { userId, telegramId }) {
    await tx.outboxMessage.deleteMany({ where: { userId } });
    if (telegramId === null) return;
    // A private chat has its person's number.
    await tx.outboxMessage.deleteMany({ where: { chatId: telegramId } });
    await tx.closedChat.deleteMany({ where: { chatId: telegramId } });
  },
  async adopt(tx, from, to) {
    await tx.outboxMessage.updateMany({ where: { userId: from.userId }, data: { userId: to.userId } });
    return succeed();
  },
};

const inbox: OwnedData = {
  room: 'inbox',
  export: nothingToExport,
  async erase(tx, { telegramId }) {
    if (telegramId === null) return;
    // The number stays, so that Telegram's repeat is known again; what was written goes.
    await tx.$executeRaw`UPDATE inbox_updates SET payload = '{}', error = NULL, handled_at = coalesce(handled_at, now())
      WHERE chat_key = ${String(telegramId)}
        OR jsonb_path_exists(payload, '$.*.from.id ? (@ == $id)', jsonb_build_object('id', ${telegramId}::bigint))`;
  },
  adopt: nothingToAdopt,
};

const replies: OwnedData = {
  room: 'replies',
  export: nothingToExport,
  async erase(tx, { userId }) {
    await tx.idempotentReply.deleteMany({ where: { ownerId: userId } });
  },
  adopt: nothingToAdopt,
};

export const plumbingOwnedData: readonly OwnedData[] = [live, notices, inbox, replies];
