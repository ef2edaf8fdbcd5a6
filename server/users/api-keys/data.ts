import type { z } from 'zod';
import type { ApiKey } from '#/server/generated/prisma/client.ts';
import type { Tx } from '#/server/lib/db.ts';
import { apiScope } from '../schema.ts';
import { maxApiKeys } from './model.ts';
import type { apiKeyList, apiKeySummary } from './schema.ts';

export async function listApiKeys(
  { db }: { readonly db: Pick<Tx, 'apiKey'> },
  { ownerId }: { ownerId: string },
): Promise<z.output<typeof apiKeyList>> {
  const rows = await db.apiKey.findMany({
    where: { userId: ownerId, revokedAt: null },
    orderBy: { createdAt: 'desc' },
    take: maxApiKeys,
  });
  return { items: rows.map(toSummary), max: maxApiKeys };
}

export function toSummary(row: ApiKey): z.output<typeof apiKeySummary> {
  return {
    id: row.id,
    name: row.name,
    prefix: row.prefix,
    scopes: row.scopes.flatMap((scope) => apiScope.safeParse(scope).data ?? []),
    createdAt: row.createdAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  };
}
