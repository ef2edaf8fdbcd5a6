import { wakeAfterCommit } from '#/server/lib/bell.ts';
import type { Deps } from '#/server/lib/deps.ts';
import { inboxChannel } from './model.ts';
import { type ArrivedUpdate, storableJson } from './read-update.ts';

type Pool = Pick<Deps['pool'], 'query'>;

/** One statement, committed when it returns; an update that is there already stays as it is. */
export async function keepUpdates(
  pool: Pool,
  botId: bigint,
  updates: readonly ArrivedUpdate[],
): Promise<{ kept: number }> {
  const insert = async (json: (update: ArrivedUpdate) => string) => {
    const { rowCount } = await pool.query({
      name: 'keep-updates',
      text: `INSERT INTO inbox_updates (bot_id, update_id, chat_key, payload)
             SELECT $1, * FROM unnest($2::bigint[], $3::text[], $4::text[]::jsonb[]) ON CONFLICT DO NOTHING`,
      values: [
        botId,
        updates.map(({ updateId }) => updateId),
        updates.map(({ chatKey }) => chatKey),
        updates.map(json),
      ],
    });
    if (rowCount) wakeAfterCommit(pool, inboxChannel);
    return { kept: rowCount ?? 0 };
  };
  try {
    return await insert(({ json }) => json);
  } catch (error) {
    if (!isUnstorableText(error)) throw error;
    return insert(({ json }) => storableJson(json));
  }
}

function isUnstorableText(error: unknown): boolean {
  const code = (error as { code?: unknown }).code;
  // 22003: a number like 1e400000, which JSON may write and jsonb cannot hold.
  return code === '22P05' || code === '22P02' || code === '22021' || code === '22003';
}

export interface ClaimedUpdate {
  readonly updateId: bigint;
  readonly payload: object;
  /** How often it was begun, this time included; also the number of this claim. */
  readonly attempts: number;
  readonly receivedAt: Date;
}

/**
 * Takes the first open update of chats in which nothing is under way. All workers claim one after another (the lock is
 * held for a millisecond): two at once could each overlook what the other takes. One message of two statements, and
 * each sees what was committed before it.
 */
export async function claimUpdates(
  pool: Pool,
  input: { botId: bigint; now: Date; leaseMs: number; limit: number },
): Promise<ClaimedUpdate[]> {
  // No parameters in such a message; these are numbers and a date of our own.
  const now = `'${input.now.toISOString()}'::timestamptz`;
  const until = `'${new Date(input.now.getTime() + input.leaseMs).toISOString()}'::timestamptz`;
  const answers = await pool.query(`
    SELECT pg_advisory_xact_lock(hashtextextended('stardesk inbox ${input.botId}', 0));
    UPDATE inbox_updates SET attempts = attempts + 1, retry_at = ${until}
    WHERE bot_id = ${input.botId} AND update_id IN (
      SELECT update_id FROM inbox_updates AS due
      WHERE bot_id = ${input.botId} AND handled_at IS NULL AND (retry_at IS NULL OR retry_at <= ${now})
        AND NOT EXISTS (
          SELECT 1 FROM inbox_updates AS other
          WHERE other.bot_id = due.bot_id AND other.chat_key = due.chat_key AND other.handled_at IS NULL
            AND other.update_id <> due.update_id AND (other.update_id < due.update_id OR other.retry_at > ${now}))
      ORDER BY update_id LIMIT ${input.limit})
    RETURNING update_id AS "updateId", payload, attempts, received_at AS "receivedAt";`);
  // Several statements in one message give several answers; the types of pg know one.
  const rows = (answers as unknown as { rows: ClaimedUpdate[] }[])[1]?.rows ?? [];
  return rows.map((row) => ({ ...row, updateId: BigInt(row.updateId) }));
}

interface Claim {
  readonly botId: bigint;
  readonly updateId: bigint;
  readonly attempts: number;
}

/** Handled, or given up with what was wrong. Only by who holds the claim: a slower, older one finds nothing to end. */
export async function endUpdate(pool: Pool, claim: Claim, now: Date, deadOf: string | null): Promise<void> {
  await pool.query(
    `UPDATE inbox_updates SET handled_at = $4, retry_at = NULL, error = $5
     WHERE bot_id = $1 AND update_id = $2 AND attempts = $3 AND handled_at IS NULL`,
    [claim.botId, claim.updateId, claim.attempts, now, deadOf],
  );
}

/** Tried again at `retryAt`; until then its chat waits. */
export async function postponeUpdate(pool: Pool, claim: Claim, retryAt: Date, error: string): Promise<void> {
  await pool.query(
    `UPDATE inbox_updates SET retry_at = $4, error = $5
     WHERE bot_id = $1 AND update_id = $2 AND attempts = $3 AND handled_at IS NULL`,
    [claim.botId, claim.updateId, claim.attempts, retryAt, error],
  );
}

export async function nextRetry(pool: Pool, botId: bigint): Promise<Date | null> {
  const { rows } = await pool.query<{ at: Date | null }>(
    'SELECT min(retry_at) AS at FROM inbox_updates WHERE bot_id = $1 AND handled_at IS NULL AND retry_at IS NOT NULL',
    [botId],
  );
  return rows[0]?.at ?? null;
}

export interface DeadUpdate {
  readonly botId: string;
  readonly updateId: string;
  readonly error: string;
  readonly attempts: number;
  readonly receivedAt: Date;
  readonly diedAt: Date;
}

/** For the admin: what was given up, newest first. Without the payload, which is somebody's conversation. */
export async function listDeadUpdates(
  { pool }: Pick<Deps, 'pool'>,
  { limit }: { limit: number },
): Promise<DeadUpdate[]> {
  const { rows } = await pool.query<DeadUpdate>(
    `SELECT bot_id::text AS "botId", update_id::text AS "updateId", error, attempts,
            received_at AS "receivedAt", handled_at AS "diedAt"
     FROM inbox_updates WHERE handled_at IS NOT NULL AND error IS NOT NULL ORDER BY handled_at DESC LIMIT $1`,
    [limit],
  );
  return rows;
}

/** Once more, with all attempts. Returns how many; one that is no longer dead is not an error. */
export async function retryDeadUpdates(
  { pool }: Pick<Deps, 'pool'>,
  { updates }: { updates: readonly Pick<DeadUpdate, 'botId' | 'updateId'>[] },
): Promise<number> {
  const { rowCount } = await pool.query(
    `UPDATE inbox_updates SET handled_at = NULL, retry_at = NULL, error = NULL, attempts = 0
     FROM unnest($1::bigint[], $2::bigint[]) AS wanted (bot, update)
     WHERE bot_id = bot AND update_id = update AND handled_at IS NOT NULL AND error IS NOT NULL`,
    [updates.map(({ botId }) => botId), updates.map(({ updateId }) => updateId)],
  );
  wakeAfterCommit(pool, inboxChannel);
  return rowCount ?? 0;
}

/** How many wait, and how old the oldest is. */
export async function inboxStats({ pool }: Pick<Deps, 'pool'>): Promise<{ open: number; oldestSeconds: number }> {
  const { rows } = await pool.query<{ open: number; oldestSeconds: number }>(
    `SELECT count(*)::int AS open, coalesce(extract(epoch FROM now() - min(received_at)), 0)::float8 AS "oldestSeconds"
     FROM inbox_updates WHERE handled_at IS NULL`,
  );
  return rows[0] ?? { open: 0, oldestSeconds: 0 };
}

/**
 * What was handled is kept for two days, to be known again: Telegram repeats what it is unsure of for one. Given-up
 * ones stay a month. What lies open that long is of a bot that is no longer ours.
 */
export async function forgetOldUpdates(pool: Pool, now: Date): Promise<number> {
  const before = (days: number) => new Date(now.getTime() - days * 86_400_000);
  const { rowCount } = await pool.query(
    `DELETE FROM inbox_updates WHERE (handled_at < $1 AND error IS NULL) OR handled_at < $2
       OR (handled_at IS NULL AND received_at < $2)`,
    [before(2), before(30)],
  );
  return rowCount ?? 0;
}
