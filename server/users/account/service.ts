import type { z } from 'zod';
import { transaction } from '#/server/lib/db.ts';
import { fail, type Result, succeed } from '#/server/lib/errors.ts';
import { isLastAdmin, lockAdmins } from '../admins/service.ts';
import { recordAudit } from '../audit/service.ts';
import { limitRules } from '../limits/model.ts';
import { consumeTry } from '../limits/service.ts';
import { loginKey } from '../logins/model.ts';
import { type ConfirmFailure, confirmPassword, type SignInDeps } from '../sign-in/service.ts';
import { anonymise } from './erasure/service.ts';
import type { OwnedData } from './model.ts';
import type { accountExport, deleteAccountInput } from './schema.ts';

type AccountDeps = SignInDeps & { readonly ownedData: readonly OwnedData[] };
interface Asker {
  readonly ownerId: string;
  readonly address: string;
  readonly now: Date;
}

export async function exportAccount(
  deps: AccountDeps,
  { ownerId, address, now }: Asker,
): Promise<Result<z.output<typeof accountExport>, 'too_many_requests'>> {
  const tries = await consumeTry(deps, limitRules.exportData, [ownerId], now);
  if (!tries.allowed) return fail('too_many_requests', { seconds: tries.seconds });
  const { telegramId } = await deps.db.user.findUniqueOrThrow({ where: { id: ownerId }, select: { telegramId: true } });
  await recordAudit(deps.db, { at: now, actorId: ownerId, action: 'account.exported', subjectId: ownerId, address });
  const rooms: Record<string, unknown> = {};
  for (const one of deps.ownedData) {
    const held = await one.export(deps.db, { userId: ownerId, telegramId });
    if (Object.keys(held).length > 0) rooms[one.room] = held;
  }
  return succeed({ product: 'stardesk', version: 1, exportedAt: now.toISOString(), rooms });
}

export type DeleteFailure = ConfirmFailure | 'confirmation_mismatch' | 'last_admin' | 'demo_account';

/** Cannot be undone: typed confirmation, and the password where there is one. */
export async function deleteAccount(
  deps: AccountDeps,
  input: z.output<typeof deleteAccountInput> & Asker,
): Promise<Result<{ done: true }, DeleteFailure>> {
  const { ownerId, address, now } = input;
  const user = await deps.db.user.findUniqueOrThrow({ where: { id: ownerId } });
  if (user.isDemo) return fail('demo_account');
  const expected = user.login ?? String(user.telegramId);
  if (loginKey(input.confirmation) !== loginKey(expected)) return fail('confirmation_mismatch', { expected });
  if (user.passwordHash) {
    const confirmed = await confirmPassword(deps, { userId: ownerId, password: input.password ?? '', address, now });
    if (!confirmed.ok) return confirmed;
  }
  return transaction<{ done: true }, 'last_admin'>(deps.db, async (tx) => {
    await lockAdmins(tx);
    if (await isLastAdmin(deps, tx, ownerId)) return fail('last_admin');
    const owner = { userId: ownerId, telegramId: user.telegramId };
    for (const room of deps.ownedData) await room.erase(tx, owner);
    await anonymise(tx, owner, now);
    await recordAudit(tx, { at: now, actorId: ownerId, action: 'users.deleted', subjectId: ownerId });
    return succeed({ done: true });
  });
}
