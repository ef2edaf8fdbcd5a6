import type { Tx } from '#/server/lib/db.ts';
import type { Deps } from '#/server/lib/deps.ts';

type AdminDeps = Pick<Deps, 'config'>;
/** Any number of ours. */
const adminsLock = 1_935_763_561;

/** Taken by whatever makes or unmakes an admin: two last admins leaving at once would leave nobody. */
export async function lockAdmins(tx: Pick<Tx, '$executeRaw'>): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${adminsLock})`;
}

export async function adminExists(deps: AdminDeps, db: Pick<Tx, 'user'>): Promise<boolean> {
  return (await db.user.findFirst({ where: adminWhere(deps), select: { id: true } })) !== null;
}

/** Whether nobody but this person could administer. */
export async function isLastAdmin(deps: AdminDeps, db: Pick<Tx, 'user'>, userId: string): Promise<boolean> {
  const admins = await db.user.findMany({ where: adminWhere(deps), select: { id: true }, take: 2 });
  return admins.length === 1 && admins[0]?.id === userId;
}

/** The same rule as `effectiveRole`, in the database's words. A blocked admin administers nothing. */
export function adminWhere({ config }: AdminDeps) {
  return {
    deletedAt: null,
    blockedAt: null,
    OR: [{ role: 'admin' as const }, { telegramId: { in: [...config.adminUserIds] } }],
  };
}
