import type { z } from 'zod';
import { transaction } from '#/server/lib/db.ts';
import type { Deps } from '#/server/lib/deps.ts';
import { fail, type Result, succeed } from '#/server/lib/errors.ts';
import { recordAudit } from '../audit/service.ts';
import type { UserRole } from '../model.ts';
import { toSummary } from './data.ts';
import { apiKeyDigest, apiKeyPrefix, makeApiKey, maxApiKeys } from './model.ts';
import type { createApiKeyInput, createdApiKey } from './schema.ts';

interface Asker {
  readonly ownerId: string;
  readonly address: string;
  readonly now: Date;
}

export async function createApiKey(
  { db }: Pick<Deps, 'db'>,
  input: z.output<typeof createApiKeyInput> & Asker & { role: UserRole },
): Promise<Result<z.output<typeof createdApiKey>, 'not_allowed' | 'too_many_keys'>> {
  const { ownerId, name, address, now } = input;
  const scopes = [...new Set(input.scopes)];
  if (scopes.includes('admin') && input.role !== 'admin') return fail('not_allowed');
  const key = makeApiKey();
  return transaction<z.output<typeof createdApiKey>, 'too_many_keys'>(db, async (tx) => {
    // The owner's row is held while counting: two requests at once must not both be the twentieth.
    await tx.$queryRaw`SELECT 1 FROM users WHERE id = ${ownerId}::uuid FOR UPDATE`;
    if ((await tx.apiKey.count({ where: { userId: ownerId, revokedAt: null } })) >= maxApiKeys) {
      return fail('too_many_keys', { max: maxApiKeys });
    }
    const row = await tx.apiKey.create({
      data: { userId: ownerId, name, prefix: apiKeyPrefix(key), digest: apiKeyDigest(key), scopes, createdAt: now },
    });
    await recordAudit(tx, {
      at: now,
      actorId: ownerId,
      action: 'api_keys.created',
      subjectId: ownerId,
      details: { prefix: row.prefix, scopes: scopes.join(' ') },
      address,
    });
    return succeed({ key, summary: toSummary(row) });
  });
}

export async function revokeApiKey(
  { db }: Pick<Deps, 'db'>,
  { ownerId, keyId, address, now }: Asker & { keyId: string },
): Promise<Result<{ done: true }, 'not_found'>> {
  return db.$transaction(async (tx) => {
    const [revoked] = await tx.apiKey.updateManyAndReturn({
      where: { id: keyId, userId: ownerId, revokedAt: null },
      data: { revokedAt: now },
      select: { prefix: true },
    });
    if (!revoked) return fail('not_found');
    await recordAudit(tx, {
      at: now,
      actorId: ownerId,
      action: 'api_keys.revoked',
      subjectId: ownerId,
      details: { prefix: revoked.prefix },
      address,
    });
    return succeed({ done: true });
  });
}
