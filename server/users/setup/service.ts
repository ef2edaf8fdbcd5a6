import type { Tx } from '#/server/lib/db.ts';
import type { Deps } from '#/server/lib/deps.ts';
import { adminExists, adminWhere, lockAdmins } from '../admins/service.ts';
import { recordAudit } from '../audit/service.ts';
import { issueCode } from '../codes/service.ts';
import { loginKey } from '../logins/model.ts';
import { adminLinkLifeMs } from './model.ts';

/** What the machine's command line may do: whoever has the machine may name the admin. */
type LinkDeps = Pick<Deps, 'db' | 'config'>;
export type AdminLink =
  | { readonly path: string; readonly expiresAt: Date }
  /** An admin exists: there is nothing to hand out. */
  | { readonly path: null };

/** For the launcher. Each new link makes the older ones void. */
export async function issueAdminLink(deps: LinkDeps, { now }: { now: Date }): Promise<AdminLink> {
  return deps.db.$transaction(async (tx) => {
    await lockAdmins(tx);
    if (await adminExists(deps, tx)) return { path: null };
    return issueLink(deps, tx, { scope: 'first-admin', userId: null, now });
  });
}

export type AdminReset =
  /** `login` null: no admin yet (the link makes the first), or one known by Telegram only. */
  | { readonly kind: 'issued'; readonly path: string; readonly expiresAt: Date; readonly login: string | null }
  /** Several admins: say which. `asked` was none of them. */
  | { readonly kind: 'choose'; readonly logins: readonly string[]; readonly asked: string | null };

/** For `npm run admin:reset`: whoever has the machine gets a link with which an admin chooses a new password. */
export async function resetAdmin(
  deps: LinkDeps,
  { login, now }: { login?: string | undefined; now: Date },
): Promise<AdminReset> {
  return deps.db.$transaction(async (tx) => {
    await lockAdmins(tx);
    if (!(await adminExists(deps, tx))) {
      const link = await issueLink(deps, tx, { scope: 'first-admin', userId: null, now });
      return { kind: 'issued', login: null, ...link };
    }
    const admins = await tx.user.findMany({ where: adminWhere(deps), orderBy: { createdAt: 'asc' }, take: 100 });
    const chosen = login ? admins.filter((one) => one.loginKey === loginKey(login)) : admins;
    const [admin] = chosen;
    if (!admin || chosen.length > 1) {
      const logins = admins.map((one) => one.login ?? `Telegram ${one.telegramId}`);
      return { kind: 'choose', logins, asked: login ?? null };
    }
    const link = await issueLink(deps, tx, { scope: 'admin-reset', userId: admin.id, now });
    return { kind: 'issued', login: admin.login, ...link };
  });
}

async function issueLink(
  deps: LinkDeps,
  tx: Pick<Tx, 'linkCode' | 'auditEntry'>,
  { scope, userId, now }: { scope: 'first-admin' | 'admin-reset'; userId: string | null; now: Date },
): Promise<{ path: string; expiresAt: Date }> {
  await tx.linkCode.deleteMany({ where: { purpose: 'first_admin', userId, usedAt: null } });
  const { code, expiresAt } = await issueCode(deps, tx, { scope, userId, lifeMs: adminLinkLifeMs, now });
  await recordAudit(tx, {
    at: now,
    actorId: null,
    action: 'setup.link_issued',
    details: { scope },
    ...(userId ? { subjectId: userId } : {}),
  });
  return { path: `/setup?key=${code}`, expiresAt };
}
