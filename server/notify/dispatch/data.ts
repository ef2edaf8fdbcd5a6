import type { Deps } from '#/server/lib/deps.ts';

type Pool = Pick<Deps['pool'], 'query'>;

export interface ClaimedMessage {
  readonly id: string;
  readonly sender: string;
  readonly chatId: bigint;
  readonly kind: string;
  readonly payload: unknown;
  readonly attempts: number;
}

/**
 * Takes messages for sending, and commits that, before any call: after a crash we must know that they may be out.
 * One of a chat at a time, oldest first, whatever the number of workers.
 */
export async function claimMessages(
  pool: Pool,
  input: { now: Date; limit: number; waitingSenders: readonly string[] },
): Promise<ClaimedMessage[]> {
  const { rows } = await pool.query(
    `UPDATE outbox_messages SET state = 'sending', sending_since = $1, attempts = attempts + 1
     WHERE id IN (
       SELECT id FROM outbox_messages AS due
       WHERE state = 'queued' AND (not_before IS NULL OR not_before <= $1) AND sender <> ALL($3)
         AND NOT EXISTS (
           SELECT 1 FROM closed_chats AS closed WHERE closed.sender = due.sender AND closed.chat_id = due.chat_id)
         AND NOT EXISTS (
           SELECT 1 FROM outbox_messages AS other
           WHERE other.chat_id = due.chat_id AND other.sender = due.sender AND other.id <> due.id
             AND (other.state = 'sending' OR (other.state = 'queued'
               AND (other.created_at, other.id) < (due.created_at, due.id)
               AND (other.not_before IS NULL OR other.not_before <= $1))))
       ORDER BY created_at, id LIMIT $2 FOR UPDATE SKIP LOCKED)
     RETURNING id, sender, chat_id::text AS "chatId", kind, payload, attempts`,
    [input.now, input.limit, input.waitingSenders],
  );
  return rows.map((row) => ({ ...row, chatId: BigInt(row.chatId) }));
}

/** When the next message is due that cannot go yet. */
export async function nextDue(pool: Pool): Promise<Date | null> {
  const { rows } = await pool.query<{ at: Date | null }>(
    `SELECT min(not_before) AS at FROM outbox_messages WHERE state = 'queued' AND not_before IS NOT NULL`,
  );
  return rows[0]?.at ?? null;
}
