import type { z } from 'zod';
import type { Deps } from '#/server/lib/deps.ts';
import { toMe } from './data.ts';
import type { Me, updateProfileInput } from './schema.ts';

export async function updateProfile(
  { db, config }: Pick<Deps, 'db' | 'config'>,
  { ownerId, ...changes }: { ownerId: string } & z.output<typeof updateProfileInput>,
): Promise<Me> {
  return toMe(await db.user.update({ where: { id: ownerId }, data: changes }), config.adminUserIds);
}
