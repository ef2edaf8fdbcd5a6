import type { Deps } from '#/server/lib/deps.ts';
import type { ApiScope, UserRole } from '../model.ts';
import { seenEveryMs } from '../sessions/model.ts';

/** One indexed query a request: these statements are on every request's way. */
type ActorDeps = Pick<Deps, 'pool'>;
export interface PersonBehind {
  readonly userId: string;
  readonly role: UserRole;
  readonly telegramId: bigint | null;
  readonly blocked: boolean;
  readonly seenAt: Date | null;
}
interface PersonRow {
  user_id: string;
  role: UserRole;
  telegram_id: string | null;
  blocked_at: Date | null;
  seen_at: Date | null;
}
const person = 'u.id AS user_id, u.role, u.telegram_id, u.blocked_at';

export async function findSession(
  { pool }: ActorDeps,
  { sessionId, userId, now }: { sessionId: string; userId: string; now: Date },
): Promise<(PersonBehind & { open: boolean }) | null> {
  const { rows } = await pool.query<PersonRow & { ended_at: Date | null; expires_at: Date }>(
    `SELECT ${person}, s.last_seen_at AS seen_at, s.ended_at, s.expires_at
     FROM sessions s JOIN users u ON u.id = s.user_id
     WHERE s.id = $1 AND s.user_id = $2 AND u.deleted_at IS NULL`,
    [sessionId, userId],
  );
  const [row] = rows;
  return row ? { ...toPerson(row), open: row.ended_at === null && row.expires_at > now } : null;
}

export async function findApiKey(
  { pool }: ActorDeps,
  { digest }: { digest: string },
): Promise<(PersonBehind & { keyId: string; scopes: ApiScope[] }) | null> {
  const { rows } = await pool.query<PersonRow & { key_id: string; scopes: ApiScope[] }>(
    `SELECT ${person}, k.last_used_at AS seen_at, k.id AS key_id, k.scopes
     FROM api_keys k JOIN users u ON u.id = k.user_id
     WHERE k.digest = $1 AND k.revoked_at IS NULL AND u.deleted_at IS NULL`,
    [digest],
  );
  const [row] = rows;
  return row ? { ...toPerson(row), keyId: row.key_id, scopes: row.scopes } : null;
}

function toPerson(row: PersonRow): PersonBehind {
  return {
    userId: row.user_id,
    role: row.role,
    telegramId: row.telegram_id === null ? null : BigInt(row.telegram_id),
    blocked: row.blocked_at !== null,
    seenAt: row.seen_at,
  };
}

/** "Last seen" of the person and of the door that was used, at most every few minutes. */
export async function noteSeen(
  { pool }: ActorDeps,
  seen: PersonBehind,
  door: { table: 'sessions' | 'api_keys'; id: string } | null,
  now: Date,
): Promise<void> {
  const before = new Date(now.getTime() - seenEveryMs);
  if (seen.seenAt && seen.seenAt > before) return;
  if (door?.table === 'sessions') {
    await pool.query('UPDATE sessions SET last_seen_at = $2 WHERE id = $1 AND last_seen_at <= $3', [
      door.id,
      now,
      before,
    ]);
  } else if (door) {
    await pool.query('UPDATE api_keys SET last_used_at = $2 WHERE id = $1', [door.id, now]);
  }
  await pool.query(
    'UPDATE users SET last_seen_at = $2 WHERE id = $1 AND (last_seen_at IS NULL OR last_seen_at <= $3)',
    [seen.userId, now, before],
  );
}
