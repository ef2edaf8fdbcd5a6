import type { Deps } from '#/server/lib/deps.ts';
import { type DrainLoop, type DrainResult, drainLoop } from '#/server/lib/drain-loop.ts';
import { abandonedAfterMs, closingCodes, judge, type SendOutcome, sendDeadlineMs } from '../model.ts';
import type { FindSender } from '../ports.ts';
import { readMessage } from '../schema.ts';
import { closeChat } from '../service.ts';
import { type ClaimedMessage, claimMessages, nextDue } from './data.ts';
import { FloodWaits } from './model.ts';

type DispatchDeps = Pick<Deps, 'db' | 'pool' | 'clock' | 'log'>;

const atOnce = 8;
/** The bell may not have rung (lib/bell.ts). */
const anywayMs = 1_000;
const sweepEveryMs = 15_000;

/** Sends what the outbox holds; any number of workers may. `wake` comes from the outbox's bell. */
export function startDispatch(deps: DispatchDeps, findSender: FindSender): DrainLoop {
  const floods = new FloodWaits();
  const { clock, log } = deps;
  const loop = drainLoop({
    name: 'outbox',
    clock,
    log,
    anywayMs,
    round: () => dispatchRound(deps, findSender, floods),
  });
  const sweeping = clock.every(sweepEveryMs, sweep);
  // A worker that was killed while sending: nobody knows what became of those messages.
  sweep();
  loop.wake();

  function sweep(): void {
    markAbandoned(deps).catch((error: unknown) => log.warn({ event: 'outbox_sweep_failed', err: error }));
  }
  return {
    wake: loop.wake,
    async stop() {
      sweeping.cancel();
      await loop.stop();
    },
  };
}

export async function dispatchRound(
  deps: DispatchDeps,
  findSender: FindSender,
  floods: FloodWaits,
): Promise<DrainResult> {
  const { pool, clock } = deps;
  const now = clock.now();
  await refuseForClosedChats(deps, now);
  const waitingSenders = floods.waitingSenders(now.getTime());
  const claimed = await claimMessages(pool, { now, limit: atOnce, waitingSenders });
  await Promise.all(claimed.map((message) => sendOne(deps, findSender, floods, message)));
  if (claimed.length > 0) return 'again';
  const dueMs = (await nextDue(pool))?.getTime() ?? null;
  const floodMs = floods.nextMs(now.getTime());
  const soonest = Math.min(dueMs ?? Number.POSITIVE_INFINITY, floodMs ?? Number.POSITIVE_INFINITY);
  return Number.isFinite(soonest) ? Math.max(50, soonest - clock.nowMs()) : null;
}

async function sendOne(
  deps: DispatchDeps,
  findSender: FindSender,
  floods: FloodWaits,
  message: ClaimedMessage,
): Promise<void> {
  const startedMs = deps.clock.monotonicMs();
  const outcome = await callSender(deps, findSender, message);
  const now = deps.clock.now();
  const verdict = judge(outcome, now);
  await deps.pool.query(
    `UPDATE outbox_messages SET state = $2::outbox_state, failure_code = $3, sent_message_id = $4, not_before = coalesce($5, not_before),
       ended_at = CASE WHEN $2 = 'queued' THEN NULL ELSE $6::timestamptz END
     WHERE id = $1 AND state = 'sending' AND attempts = $7`,
    [message.id, verdict.state, verdict.failureCode, verdict.sentMessageId, verdict.notBefore, now, message.attempts],
  );
  if (outcome.kind === 'refused') await rememberRefusal(deps, floods, message, outcome, now);
  deps.log[outcome.kind === 'sent' ? 'info' : 'warn']({
    event: 'message',
    messageId: message.id,
    kind: message.kind,
    sender: message.sender,
    attempt: message.attempts,
    state: verdict.state,
    ...(verdict.failureCode && { failure: verdict.failureCode }),
    ms: Math.round(deps.clock.monotonicMs() - startedMs),
  });
}

async function callSender(
  { clock, log }: DispatchDeps,
  findSender: FindSender,
  message: ClaimedMessage,
): Promise<SendOutcome> {
  const sender = findSender(message.sender);
  if (!sender) return { kind: 'refused', code: 'no_sender' };
  const read = readMessage(message.kind, message.payload);
  if (!read) return { kind: 'refused', code: 'unknown_kind' };
  const deadline = clock.deadline(sendDeadlineMs);
  try {
    return await sender.send({ ...read, chatId: message.chatId }, deadline.signal);
  } catch (error) {
    // A bug of the sender. What it did before is not known.
    log.error({ event: 'sender_threw', messageId: message.id, err: error });
    return { kind: 'unknown' };
  } finally {
    deadline.cancel();
  }
}

async function rememberRefusal(
  deps: DispatchDeps,
  floods: FloodWaits,
  { sender, chatId }: ClaimedMessage,
  { code, retryAfterMs }: Extract<SendOutcome, { kind: 'refused' }>,
  now: Date,
): Promise<void> {
  if (closingCodes.has(code)) await closeChat(deps, { sender, chatId, reason: code, now });
  if (code !== 'rate_limited' || retryAfterMs === undefined) return;
  floods.refused({ sender, chatId }, retryAfterMs, now.getTime());
  await deps.pool.query(
    `UPDATE outbox_messages SET not_before = greatest(not_before, $3) WHERE state = 'queued' AND sender = $1 AND chat_id = $2`,
    [sender, chatId, new Date(now.getTime() + retryAfterMs)],
  );
}

/** Without a call: the answer is known. */
async function refuseForClosedChats({ pool }: DispatchDeps, now: Date): Promise<void> {
  await pool.query(
    `UPDATE outbox_messages AS message SET state = 'refused', failure_code = closed.reason, ended_at = $1
     FROM closed_chats AS closed
     WHERE message.state = 'queued' AND closed.sender = message.sender AND closed.chat_id = message.chat_id`,
    [now],
  );
}

async function markAbandoned({ db, clock, log }: DispatchDeps): Promise<void> {
  const { count } = await db.outboxMessage.updateMany({
    where: { state: 'sending', sendingSince: { lt: new Date(clock.nowMs() - abandonedAfterMs) } },
    data: { state: 'unknown', failureCode: 'sender_died', endedAt: clock.now() },
  });
  if (count > 0) log.error({ event: 'messages_abandoned', count });
}
