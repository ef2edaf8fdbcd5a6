import type { z } from 'zod';
import type { Deps } from '#/server/lib/deps.ts';
import { deviceOf } from './model.ts';
import type { sessionList } from './schema.ts';

/** Open sessions, the current one first, then the last used. */
export async function listSessions(
  { db }: Pick<Deps, 'db'>,
  input: { ownerId: string; currentId: string | null; now: Date },
): Promise<z.output<typeof sessionList>> {
  const rows = await db.session.findMany({
    where: { userId: input.ownerId, endedAt: null, expiresAt: { gt: input.now } },
    orderBy: [{ lastSeenAt: 'desc' }, { id: 'asc' }],
    take: 200,
  });
  const items = rows.map((row) => ({
    id: row.id,
    ...deviceOf(row.userAgent),
    address: row.address,
    createdAt: row.createdAt.toISOString(),
    lastSeenAt: row.lastSeenAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    current: row.id === input.currentId,
  }));
  return { items: items.sort((left, right) => Number(right.current) - Number(left.current)) };
}
