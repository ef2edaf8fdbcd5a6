import { succeed } from '#/server/lib/errors.ts';
import type { OwnedData } from './model.ts';

/** What this room itself holds. Rows are erased by `erasure/service.ts`, which runs for every deletion. */
export const usersOwnedData: OwnedData = {
  room: 'users',
  async export(db, { userId }) {
    const [user, sessions, apiKeys, audit] = await Promise.all([
      db.user.findUniqueOrThrow({ where: { id: userId }, omit: { passwordHash: true, loginKey: true } }),
      db.session.findMany({ where: { userId }, orderBy: { createdAt: 'desc' }, take: 1000, omit: { userId: true } }),
      db.apiKey.findMany({ where: { userId }, orderBy: { createdAt: 'desc' }, omit: { digest: true, userId: true } }),
      db.auditEntry.findMany({
        where: { OR: [{ actorId: userId }, { subjectId: userId }] },
        orderBy: { at: 'desc' },
        take: 5000,
      }),
    ]);
    // What admins did to the person is told, who of them did it and from where is not.
    const told = audit.map(({ actorId, address, ...entry }) => ({
      ...entry,
      by: actorId === userId ? 'you' : 'administrator',
      address: actorId === userId ? address : '',
    }));
    return {
      profile: { ...user, telegramId: user.telegramId === null ? null : String(user.telegramId) },
      sessions,
      apiKeys,
      audit: told,
    };
  },
  async erase() {},
  async adopt() {
    return succeed();
  },
};
