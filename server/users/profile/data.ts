import type { User } from '#/server/generated/prisma/client.ts';
import type { Tx } from '#/server/lib/db.ts';
import type { Deps } from '#/server/lib/deps.ts';
import { effectiveRole } from '../model.ts';
import type { Me } from './schema.ts';

export async function findMe(
  { db, config }: { readonly db: Pick<Tx, 'user'>; readonly config: Pick<Deps['config'], 'adminUserIds'> },
  { ownerId }: { ownerId: string },
): Promise<Me> {
  return toMe(await db.user.findUniqueOrThrow({ where: { id: ownerId } }), config.adminUserIds);
}

export function toMe(user: User, adminTelegramIds: readonly bigint[]): Me {
  return {
    id: user.id,
    login: user.login,
    displayName: user.displayName,
    role: effectiveRole(user, adminTelegramIds),
    hasPassword: user.passwordHash !== null,
    telegram: user.telegramId === null ? null : { id: String(user.telegramId), username: user.telegramUsername },
    locale: user.locale === 'en' ? 'en' : 'ru',
    theme: user.theme === 'paper' || user.theme === 'night' ? user.theme : 'system',
    timeZone: user.timeZone,
    isDemo: user.isDemo,
    createdAt: user.createdAt.toISOString(),
  };
}
