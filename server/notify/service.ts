import { wakeAfterCommit } from '#/server/lib/bell.ts';
import type { Tx } from '#/server/lib/db.ts';
import type { Deps } from '#/server/lib/deps.ts';
import { fail, type Result, succeed } from '#/server/lib/errors.ts';
import { installation, outboxChannel } from './model.ts';
import { type MessageInput, type MessageKind, messageKinds } from './schema.ts';

export interface Notice<Kind extends MessageKind> {
  /** What it is about. Asked for again with the same key, it is the same message. */
  readonly key: string;
  /** Whose business it is, for exports and deletions; null: the installation's. */
  readonly userId?: string | null;
  readonly chatId: bigint;
  readonly sender?: string;
  readonly kind: Kind;
  readonly payload: MessageInput<Kind>;
  readonly notBefore?: Date;
  readonly now: Date;
}

/** Asks for a message in the caller's transaction: it goes out after the commit, once. */
export async function notify<Kind extends MessageKind>(
  tx: Pick<Tx, 'outboxMessage'>,
  notice: Notice<Kind>,
): Promise<{ isNew: boolean }> {
  const { count } = await tx.outboxMessage.createMany({
    data: {
      key: notice.key,
      userId: notice.userId ?? null,
      chatId: notice.chatId,
      sender: notice.sender ?? installation,
      kind: notice.kind,
      payload: messageKinds[notice.kind].parse(notice.payload),
      notBefore: notice.notBefore ?? null,
      createdAt: notice.now,
    },
    skipDuplicates: true,
  });
  wakeAfterCommit(tx, outboxChannel);
  return { isNew: count === 1 };
}

/** No longer wanted, and not begun. What is being sent cannot be called back. */
export async function cancelNotice(
  tx: Pick<Tx, 'outboxMessage'>,
  input: { key: string; now: Date },
): Promise<Result<void, 'conflict'>> {
  const { count } = await tx.outboxMessage.updateMany({
    where: { key: input.key, state: 'queued' },
    data: { state: 'cancelled', endedAt: input.now },
  });
  return count === 1 ? succeed() : fail('conflict');
}

/** A person has looked and decided: messages whose fate is unknown are sent again, or not. Returns how many. */
export async function settleUnknown(
  { db }: Pick<Deps, 'db'>,
  input: { ids: readonly string[]; decision: 'send-again' | 'leave'; now: Date },
): Promise<number> {
  const { count } = await db.outboxMessage.updateMany({
    where: { id: { in: [...input.ids] }, state: 'unknown' },
    data:
      input.decision === 'leave'
        ? { state: 'cancelled', endedAt: input.now }
        : { state: 'queued', sendingSince: null, endedAt: null, failureCode: null },
  });
  wakeAfterCommit(db, outboxChannel);
  return count;
}

/** The person has written: the chat is open again. */
export async function openChat(
  { db }: Pick<Deps, 'db'>,
  input: { sender: string; chatId: bigint },
): Promise<{ wasClosed: boolean }> {
  const { count } = await db.closedChat.deleteMany({ where: { sender: input.sender, chatId: input.chatId } });
  return { wasClosed: count > 0 };
}

/** The person has blocked the bot, as Telegram told us; or a message was refused for good. */
export async function closeChat(
  { db }: Pick<Deps, 'db'>,
  input: { sender: string; chatId: bigint; reason: string; now: Date },
): Promise<void> {
  await db.closedChat.createMany({
    data: { sender: input.sender, chatId: input.chatId, reason: input.reason, closedAt: input.now },
    skipDuplicates: true,
  });
}

/** A key is remembered for as long as its row: nothing asks for the same notice again after so long. */
const rememberedMs = 90 * 86_400_000;

/** Those whose fate is unknown stay until a person has settled them. */
export async function forgetEndedMessages({ db }: Pick<Deps, 'db'>, { now }: { now: Date }): Promise<number> {
  const { count } = await db.outboxMessage.deleteMany({
    where: {
      state: { in: ['sent', 'refused', 'cancelled'] },
      endedAt: { lt: new Date(now.getTime() - rememberedMs) },
    },
  });
  return count;
}
