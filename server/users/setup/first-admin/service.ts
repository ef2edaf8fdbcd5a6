import type { z } from 'zod';
import { transaction } from '#/server/lib/db.ts';
import type { Deps } from '#/server/lib/deps.ts';
import { fail, type Result, succeed } from '#/server/lib/errors.ts';
import { adminExists, lockAdmins } from '../../admins/service.ts';
import { recordAudit } from '../../audit/service.ts';
import { findCode, takeCode } from '../../codes/service.ts';
import { hashPassword } from '../../hashing/service.ts';
import { limitRules } from '../../limits/model.ts';
import { consumeTry, mark } from '../../limits/service.ts';
import { foldLogin, loginKey } from '../../logins/model.ts';
import { type CredentialsFailure, createUser, unfitCredentials } from '../../registration/service.ts';
import { nothingDone } from '../model.ts';
import type { adminReady, createAdminInput } from '../schema.ts';
import { writeProgress } from '../steps/service.ts';

type CreateFailure = CredentialsFailure | 'setup_closed' | 'setup_link_invalid' | 'too_many_requests';

/** The first step of /setup: open while no admin exists, for whoever holds the link. Of two at once one wins. */
export async function createFirstAdmin(
  deps: Pick<Deps, 'db' | 'pool' | 'config'>,
  input: z.output<typeof createAdminInput> & { address: string; now: Date },
): Promise<Result<z.output<typeof adminReady>, CreateFailure>> {
  const { key, address, now } = input;
  const tries = await consumeTry(deps, limitRules.setupLink, [address], now);
  if (!tries.allowed) return fail('too_many_requests', { seconds: tries.seconds });
  if (await adminExists(deps, deps.db)) return fail('setup_closed');
  if (!(await findCode(deps, deps.db, { scope: 'first-admin', code: key, now }))) return fail('setup_link_invalid');
  const unfit = unfitCredentials(input);
  if (unfit) return { ok: false, failure: unfit };
  const passwordHash = await hashPassword(input.password, { key: address });
  if (!passwordHash) return fail('too_many_requests', { seconds: 2 });

  const created = await transaction<z.output<typeof adminReady>, CreateFailure>(deps.db, async (tx) => {
    await lockAdmins(tx);
    if (await adminExists(deps, tx)) return fail('setup_closed');
    if (!(await takeCode(deps, tx, { scope: 'first-admin', code: key, now }))) return fail('setup_link_invalid');
    const user = await createUser(tx, { ...input, passwordHash, role: 'admin' });
    if (!user.ok) return user;
    const { userId } = user.value;
    await writeProgress(tx, { ...nothingDone, adminId: userId });
    await recordAudit(tx, { at: now, actorId: userId, action: 'setup.admin_created', subjectId: userId, address });
    return succeed({ userId, login: foldLogin(input.login) });
  });
  if (created.ok) await mark(deps, limitRules.knownPair, [loginKey(input.login), address], now);
  return created;
}
