import type { Tx } from '#/server/lib/db.ts';
import type { Owner } from '../model.ts';

/**
 * Leaves a row without a person: the ledger and the audit keep their owner's number, nothing tells whose it was.
 * Comes after the rooms' own erasing, in the same transaction.
 */
export async function anonymise(tx: Tx, { userId }: Owner, now: Date): Promise<void> {
  await tx.session.deleteMany({ where: { userId } });
  await tx.apiKey.deleteMany({ where: { userId } });
  await tx.linkCode.deleteMany({ where: { userId } });
  await tx.sealedSecret.deleteMany({ where: { ownerId: userId } });
  await tx.idempotentReply.deleteMany({ where: { ownerId: userId } });
  await tx.user.update({
    where: { id: userId },
    data: {
      login: null,
      loginKey: null,
      displayName: '',
      passwordHash: null,
      role: 'user',
      telegramId: null,
      telegramUsername: null,
      locale: 'ru',
      theme: 'system',
      timeZone: 'Europe/Moscow',
      isDemo: false,
      blockedAt: null,
      blockedReason: null,
      deletedAt: now,
      lastSeenAt: null,
    },
  });
  await tx.$executeRaw`SELECT forget_in_audit(${userId}::uuid)`;
}
