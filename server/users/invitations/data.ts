import type { z } from 'zod';
import type { Deps } from '#/server/lib/deps.ts';
import type { invitationPage, invitationQuery } from './schema.ts';

/** For admins only: the procedure asks that. Newest first; ids are ordered by time. */
export async function listInvitations(
  { db }: Pick<Deps, 'db'>,
  { limit, cursor, now }: z.output<typeof invitationQuery> & { now: Date },
): Promise<z.output<typeof invitationPage>> {
  const after = /^[0-9a-f-]{36}$/.test(cursor ?? '') ? cursor : undefined;
  const rows = await db.linkCode.findMany({
    where: { purpose: 'invitation', ...(after ? { id: { lt: after } } : {}) },
    orderBy: { id: 'desc' },
    take: limit + 1,
  });
  const items = rows.slice(0, limit).map((row) => ({
    id: row.id,
    state: row.usedAt ? ('used' as const) : row.expiresAt > now ? ('open' as const) : ('expired' as const),
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    usedAt: row.usedAt?.toISOString() ?? null,
  }));
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}
