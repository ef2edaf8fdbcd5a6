import type { z } from 'zod';
import { transaction } from '#/server/lib/db.ts';
import type { Deps } from '#/server/lib/deps.ts';
import { fail, type Result, succeed } from '#/server/lib/errors.ts';
import { recordAudit } from '../../audit/service.ts';
import { findCode, takeCode } from '../../codes/service.ts';
import { hashPassword } from '../../hashing/service.ts';
import { limitRules } from '../../limits/model.ts';
import { consumeTry } from '../../limits/service.ts';
import { foldLogin, loginKey } from '../../logins/model.ts';
import { type CredentialsFailure, unfitCredentials } from '../../registration/service.ts';
import { endSessionsOf } from '../../sessions/service.ts';
import type { adminReady, resetAdminInput } from '../schema.ts';

type ResetFailure = CredentialsFailure | 'setup_link_invalid' | 'too_many_requests';

/** The other half of `npm run admin:reset`, in the browser: a new password (and a name where there was none); every session ends. */
export async function completeAdminReset(
  deps: Pick<Deps, 'db' | 'pool' | 'config'>,
  input: z.output<typeof resetAdminInput> & { address: string; now: Date },
): Promise<Result<z.output<typeof adminReady>, ResetFailure>> {
  const { key, address, now } = input;
  const tries = await consumeTry(deps, limitRules.setupLink, [address], now);
  if (!tries.allowed) return fail('too_many_requests', { seconds: tries.seconds });
  const link = await findCode(deps, deps.db, { scope: 'admin-reset', code: key, now });
  if (!link?.userId) return fail('setup_link_invalid');
  const admin = await deps.db.user.findUniqueOrThrow({ where: { id: link.userId } });
  const login = admin.login ?? foldLogin(input.login ?? '');
  const unfit = unfitCredentials({ login, password: input.password });
  if (unfit) return { ok: false, failure: unfit };
  const owner = await deps.db.user.findUnique({ where: { loginKey: loginKey(login) }, select: { id: true } });
  if (owner && owner.id !== admin.id) return fail('login_taken');
  const passwordHash = await hashPassword(input.password, { key: address });
  if (!passwordHash) return fail('too_many_requests', { seconds: 2 });
  return transaction<z.output<typeof adminReady>, ResetFailure>(deps.db, async (tx) => {
    const taken = await takeCode(deps, tx, { scope: 'admin-reset', code: key, now });
    if (taken?.userId !== admin.id) return fail('setup_link_invalid');
    await tx.user.update({ where: { id: admin.id }, data: { login, loginKey: loginKey(login), passwordHash } });
    await endSessionsOf(tx, { userId: admin.id, now });
    await recordAudit(tx, {
      at: now,
      actorId: admin.id,
      action: 'setup.admin_reset',
      subjectId: admin.id,
      address,
    });
    return succeed({ userId: admin.id, login });
  });
}
