import { type Tx, transaction } from '#/server/lib/db.ts';
import type { Deps } from '#/server/lib/deps.ts';
import { fail, type Result, succeed } from '#/server/lib/errors.ts';
import { publish } from '#/server/live/service.ts';
import { isLastAdmin, lockAdmins } from '../admins/service.ts';
import type { AuditAction, AuditDetails } from '../audit/model.ts';
import { recordAudit } from '../audit/service.ts';
import { effectiveRole, type UserRole } from '../model.ts';
import { endSessionsOf } from '../sessions/service.ts';

type AdminDeps = Pick<Deps, 'db' | 'config'>;
interface Target {
  readonly adminId: string;
  readonly userId: string;
  readonly address: string;
  readonly now: Date;
}

/** Every door refuses from the next request on; open browsers are signed out. */
export async function blockUser(
  deps: AdminDeps,
  input: Target & { reason: string },
): Promise<Result<void, 'not_yourself' | 'last_admin' | 'not_found'>> {
  const { adminId, userId, reason, now } = input;
  if (adminId === userId) return fail('not_yourself');
  return transaction<void, 'last_admin' | 'not_found'>(deps.db, async (tx) => {
    await lockAdmins(tx);
    if (await isLastAdmin(deps, tx, userId)) return fail('last_admin');
    const { count } = await tx.user.updateMany({
      where: { id: userId, deletedAt: null },
      data: { blockedAt: now, blockedReason: reason },
    });
    if (count === 0) return fail('not_found');
    const endedSessions = await endSessionsOf(tx, { userId, now });
    await note(tx, input, 'users.blocked', { reason, endedSessions });
    return succeed();
  });
}

export async function unblockUser(deps: AdminDeps, input: Target): Promise<Result<void, 'not_found'>> {
  return transaction<void, 'not_found'>(deps.db, async (tx) => {
    const { count } = await tx.user.updateMany({
      where: { id: input.userId, deletedAt: null, blockedAt: { not: null } },
      data: { blockedAt: null, blockedReason: null },
    });
    if (count === 0) return fail('not_found');
    await note(tx, input, 'users.unblocked');
    return succeed();
  });
}

/** An admin may step down himself, as long as another one is left. */
export async function setRole(
  deps: AdminDeps,
  input: Target & { role: UserRole },
): Promise<Result<void, 'last_admin' | 'role_from_configuration' | 'not_found' | 'demo_account'>> {
  const { userId, role } = input;
  return transaction<void, 'last_admin' | 'role_from_configuration' | 'not_found' | 'demo_account'>(
    deps.db,
    async (tx) => {
      await lockAdmins(tx);
      const user = await tx.user.findFirst({ where: { id: userId, deletedAt: null } });
      if (!user) return fail('not_found');
      // Its password is printed for everybody.
      if (user.isDemo && role === 'admin') return fail('demo_account');
      const fixed = effectiveRole({ role: 'user', telegramId: user.telegramId }, deps.config.adminUserIds) === 'admin';
      if (fixed && role === 'user') return fail('role_from_configuration');
      if (role === 'user' && (await isLastAdmin(deps, tx, userId))) return fail('last_admin');
      if (user.role === role) return succeed();
      await tx.user.update({ where: { id: userId }, data: { role } });
      await note(tx, input, 'users.role_changed', { from: user.role, to: role });
      return succeed();
    },
  );
}

async function note(
  tx: Pick<Tx, 'auditEntry' | '$executeRaw'>,
  { adminId, userId, address, now }: Target,
  action: AuditAction,
  details: AuditDetails = {},
): Promise<void> {
  await recordAudit(tx, { at: now, actorId: adminId, action, subjectId: userId, details, address });
  await publish(tx, { to: 'admins', topic: 'user.changed', payload: { userId } });
}
