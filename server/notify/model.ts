/**
 * Words of this room.
 * - message: something a person is to read in Telegram; asked for in the transaction that gave the reason.
 * - key: what the message is about (`gift:42:seen:chat:17`). The same key is the same message, however often asked for.
 * - sender: whose bot speaks: the installation's, or a user's own.
 * - refused: Telegram answered no: certainly not sent. Unknown: no answer came; it may be out, so nobody sends it again
 *   by himself. Closed chat: its person blocked the bot or is gone; nothing is tried there until they write.
 */
export type MessageState = 'queued' | 'sending' | 'sent' | 'refused' | 'unknown' | 'cancelled';

export const next = {
  queued: ['sending', 'refused', 'cancelled'],
  // Back to queued only after a refusal that names a time: then it is certain that nothing went out.
  sending: ['sent', 'refused', 'unknown', 'queued'],
  sent: [],
  refused: [],
  // By a person's decision alone.
  unknown: ['queued', 'cancelled'],
  cancelled: [],
} satisfies Record<MessageState, readonly MessageState[]>;

export const installation = 'installation';

/** Where the bell rings that a message was committed. */
export const outboxChannel = 'stardesk_outbox';

/** After these nothing will ever arrive in that chat, until its person writes. */
export const closingCodes: ReadonlySet<string> = new Set(['bot_blocked', 'chat_not_found', 'person_gone']);

/** A call takes at most this long; what is still `sending` well after it has no caller any more. */
export const sendDeadlineMs = 30_000;
export const abandonedAfterMs = 2 * sendDeadlineMs;

export type SendOutcome =
  | { readonly kind: 'sent'; readonly messageId: bigint }
  | { readonly kind: 'refused'; readonly code: string; readonly retryAfterMs?: number }
  | { readonly kind: 'unknown' };

export interface Verdict {
  readonly state: Exclude<MessageState, 'sending' | 'cancelled'>;
  readonly failureCode: string | null;
  readonly sentMessageId: bigint | null;
  readonly notBefore: Date | null;
}

/** What becomes of a message that was being sent. */
export function judge(outcome: SendOutcome, now: Date): Verdict {
  const verdict = { failureCode: null, sentMessageId: null, notBefore: null };
  if (outcome.kind === 'sent') return { ...verdict, state: 'sent', sentMessageId: outcome.messageId };
  if (outcome.kind === 'unknown') return { ...verdict, state: 'unknown', failureCode: 'no_answer' };
  if (outcome.retryAfterMs === undefined) return { ...verdict, state: 'refused', failureCode: outcome.code };
  const notBefore = new Date(now.getTime() + outcome.retryAfterMs);
  return { ...verdict, state: 'queued', failureCode: outcome.code, notBefore };
}
