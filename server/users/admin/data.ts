import type { z } from 'zod';
import type { Deps } from '#/server/lib/deps.ts';
import { fail, type Result, succeed } from '#/server/lib/errors.ts';
import { listAudit } from '../audit/data.ts';
import { loginKey } from '../logins/model.ts';
import { effectiveRole, type UserRole } from '../model.ts';
import { countedUsersMax, likePattern, openAuditMax } from './model.ts';
import type { userDetail, userFilters, userPage, userQuery, userSummary } from './schema.ts';

type AdminDeps = Pick<Deps, 'pool' | 'config'>;
type Filter = (typeof userFilters)[number];
interface UserRow {
  id: string;
  login: string | null;
  display_name: string;
  telegram_id: string | null;
  telegram_username: string | null;
  role: UserRole;
  is_demo: boolean;
  created_at: Date;
  last_seen_at: Date | null;
  blocked_at: Date | null;
  blocked_reason: string | null;
  deleted_at: Date | null;
}
const columns = `id, login, display_name, telegram_id, telegram_username, role, is_demo, created_at, last_seen_at,
  blocked_at, blocked_reason, deleted_at`;
const filters: Record<Filter, string> = {
  all: 'deleted_at IS NULL',
  active: 'deleted_at IS NULL AND blocked_at IS NULL',
  blocked: 'deleted_at IS NULL AND blocked_at IS NOT NULL',
  admins: "deleted_at IS NULL AND (role = 'admin' OR telegram_id = ANY ($4::bigint[]))",
  telegram: 'deleted_at IS NULL AND telegram_id IS NOT NULL',
  deleted: 'deleted_at IS NOT NULL',
};

/** For admins only: the procedure asks that. Newest first; ids are ordered by time. */
export async function listUsers(
  { pool, config }: AdminDeps,
  { search = '', filter, cursor, limit }: z.output<typeof userQuery>,
): Promise<z.output<typeof userPage>> {
  const bare = search.replace(/^@/, '');
  // The fourth is used by one filter only, but PostgreSQL wants to know each parameter's type.
  const found = `FROM users WHERE ${filters[filter]} AND ($4::bigint[] IS NOT NULL) AND ($1 = '' OR login ILIKE $2
    OR login_key ILIKE $3 OR display_name ILIKE $2 OR telegram_username ILIKE $2 OR telegram_id::text = $1
    OR id::text = $1)`;
  const words = [bare, likePattern(bare), likePattern(loginKey(bare)), config.adminUserIds.map(String)];
  const after = /^[0-9a-f-]{36}$/.test(cursor ?? '') ? cursor : null;
  const [page, counted] = await Promise.all([
    pool.query<UserRow>(`SELECT ${columns} ${found} AND ($5::uuid IS NULL OR id < $5) ORDER BY id DESC LIMIT $6`, [
      ...words,
      after,
      limit + 1,
    ]),
    pool.query<{ total: number }>(
      `SELECT count(*)::int AS total FROM (SELECT 1 ${found} LIMIT ${countedUsersMax}) AS matching`,
      words,
    ),
  ]);
  const items = page.rows.slice(0, limit).map((row) => toSummary(row, config.adminUserIds));
  const nextCursor = page.rows.length > limit ? (items.at(-1)?.id ?? null) : null;
  return { items, nextCursor, total: counted.rows[0]?.total ?? 0 };
}

export async function findUser(
  deps: AdminDeps,
  { userId, now }: { userId: string; now: Date },
): Promise<Result<z.output<typeof userDetail>, 'not_found'>> {
  const { rows } = await deps.pool.query<UserRow & { open_sessions: number; api_keys: number }>(
    `SELECT ${columns},
       (SELECT count(*)::int FROM sessions WHERE user_id = u.id AND ended_at IS NULL AND expires_at > $2) AS open_sessions,
       (SELECT count(*)::int FROM api_keys WHERE user_id = u.id AND revoked_at IS NULL) AS api_keys
     FROM users u WHERE id = $1`,
    [userId, now],
  );
  const [row] = rows;
  if (!row) return fail('not_found');
  const { items } = await listAudit(deps, { userId, limit: openAuditMax });
  return succeed({
    ...toSummary(row, deps.config.adminUserIds),
    blockedAt: row.blocked_at?.toISOString() ?? null,
    blockedReason: row.blocked_reason,
    openSessions: row.open_sessions,
    apiKeys: row.api_keys,
    recentAudit: items,
  });
}

function toSummary(row: UserRow, adminTelegramIds: readonly bigint[]): z.output<typeof userSummary> {
  const telegramId = row.telegram_id === null ? null : BigInt(row.telegram_id);
  return {
    id: row.id,
    login: row.login,
    displayName: row.display_name,
    telegramId: row.telegram_id,
    telegramUsername: row.telegram_username,
    role: effectiveRole({ role: row.role, telegramId }, adminTelegramIds),
    roleFixed: effectiveRole({ role: 'user', telegramId }, adminTelegramIds) === 'admin',
    state: row.deleted_at ? 'deleted' : row.blocked_at ? 'blocked' : 'active',
    isDemo: row.is_demo,
    createdAt: row.created_at.toISOString(),
    lastSeenAt: row.last_seen_at?.toISOString() ?? null,
  };
}
