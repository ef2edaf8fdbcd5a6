import type { Deps } from '#/server/lib/deps.ts';
import type { MessageState } from './model.ts';

/** How many messages are in each state, and how old the oldest is that should have gone. */
export async function outboxStats({ pool }: Pick<Deps, 'pool'>, { now }: { now: Date }) {
  const { rows } = await pool.query<{ state: MessageState; count: number; oldestSeconds: number | null }>(
    `SELECT state::text AS state, count(*)::int AS count,
            extract(epoch FROM $1::timestamptz - min(greatest(created_at, not_before)) FILTER (WHERE state = 'queued'))::float8 AS "oldestSeconds"
     FROM outbox_messages GROUP BY state`,
    [now],
  );
  return rows;
}

export interface UnknownMessage {
  readonly id: string;
  readonly key: string;
  readonly chatId: bigint;
  readonly kind: string;
  readonly sendingSince: Date | null;
}

/** Messages whose fate nobody knows, newest first: for a person to settle. */
export async function listUnknownMessages(
  { db }: Pick<Deps, 'db'>,
  { limit }: { limit: number },
): Promise<UnknownMessage[]> {
  return db.outboxMessage.findMany({
    where: { state: 'unknown' },
    orderBy: { sendingSince: 'desc' },
    take: limit,
    select: { id: true, key: true, chatId: true, kind: true, sendingSince: true },
  });
}
