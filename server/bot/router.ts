import { listUnknownMessages } from '#/server/notify/data.ts';
import { settleUnknown } from '#/server/notify/service.ts';
import { adminProcedure, router } from '#/server/trpc/init.ts';
import { recordAudit } from '#/server/users/audit/service.ts';
import { inboxStats, listDeadUpdates, retryDeadUpdates } from './inbox/data.ts';
import { retryUpdatesInput, settleMessagesInput, telegramTroubles, troublesSettled } from './schema.ts';

const shown = { limit: 100 };

/** For the admin's page of the queue: what Telegram's side could not digest. */
export const telegramRouter = router({
  troubles: adminProcedure.output(telegramTroubles).query(async ({ ctx: { deps } }) => {
    const [inbox, updates, messages] = await Promise.all([
      inboxStats(deps),
      listDeadUpdates(deps, shown),
      listUnknownMessages(deps, shown),
    ]);
    return {
      inbox,
      updates: updates.map(({ botId, updateId, error, attempts, receivedAt, diedAt }) => ({
        id: `${botId}:${updateId}`,
        error: error.slice(0, 500),
        attempts,
        receivedAt: receivedAt.toISOString(),
        diedAt: diedAt.toISOString(),
      })),
      messages: messages.map(({ id, kind, chatId, sendingSince }) => ({
        id,
        kind,
        chatId: String(chatId),
        sentAt: sendingSince?.toISOString() ?? null,
      })),
    };
  }),
  retryUpdates: adminProcedure
    .input(retryUpdatesInput)
    .output(troublesSettled)
    .mutation(async ({ ctx: { deps, actor, address, now }, input }) => {
      const updates = input.ids.map((id) => {
        const [botId = '', updateId = ''] = id.split(':');
        return { botId, updateId };
      });
      const count = await retryDeadUpdates(deps, { updates });
      if (count > 0) {
        const action = 'telegram.updates_retried';
        await recordAudit(deps.db, { at: now, actorId: actor.userId, action, details: { count }, address });
      }
      return { count };
    }),
  settleMessages: adminProcedure
    .input(settleMessagesInput)
    .output(troublesSettled)
    .mutation(async ({ ctx: { deps, actor, address, now }, input }) => {
      const count = await settleUnknown(deps, { ...input, now });
      const details = { count, decision: input.decision };
      if (count > 0) {
        const action = 'telegram.messages_settled';
        await recordAudit(deps.db, { at: now, actorId: actor.userId, action, details, address });
      }
      return { count };
    }),
});
