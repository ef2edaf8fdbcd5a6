import type { z } from 'zod';
import { Prisma } from '#/server/generated/prisma/client.ts';
import { transaction } from '#/server/lib/db.ts';
import { fail, type Result, succeed } from '#/server/lib/errors.ts';
import { recordAudit } from '../audit/service.ts';
import { hashPassword } from '../hashing/service.ts';
import { foldLogin, isReservedLogin, loginKey } from '../logins/model.ts';
import { type CredentialsFailure, unfitCredentials } from '../registration/service.ts';
import { endSessionsOf } from '../sessions/service.ts';
import { type ConfirmFailure, confirmPassword, type SignInDeps } from '../sign-in/service.ts';
import { passwordLength, passwordWeakness } from './model.ts';
import type { changePasswordInput, createPasswordInput } from './schema.ts';

interface Asker {
  readonly ownerId: string;
  readonly address: string;
  readonly now: Date;
}

/** Every other browser is signed out: whoever knew the old password is gone. */
export async function changePassword(
  deps: SignInDeps,
  input: z.output<typeof changePasswordInput> & Asker & { sessionId: string | null },
): Promise<Result<{ endedSessions: number }, ConfirmFailure | 'password_weak' | 'demo_account'>> {
  const { ownerId, address, now } = input;
  const user = await deps.db.user.findUniqueOrThrow({ where: { id: ownerId } });
  if (user.isDemo) return fail('demo_account');
  const confirmed = await confirmPassword(deps, { userId: ownerId, password: input.currentPassword, address, now });
  if (!confirmed.ok) return confirmed;
  const reason = passwordWeakness(input.newPassword, user.login);
  if (reason) return fail('password_weak', { reason, ...passwordLength });
  const passwordHash = await hashPassword(input.newPassword, { key: address, urgent: true });
  if (!passwordHash) return fail('too_many_requests', { seconds: 2 });
  return transaction(deps.db, async (tx) => {
    await tx.user.update({ where: { id: ownerId }, data: { passwordHash } });
    const endedSessions = await endSessionsOf(tx, { userId: ownerId, except: input.sessionId, now });
    await recordAudit(tx, {
      at: now,
      actorId: ownerId,
      action: 'passwords.changed',
      subjectId: ownerId,
      details: { endedSessions },
      address,
    });
    return succeed({ endedSessions });
  });
}

/** Somebody known by Telegram only gets a name and a password, and so a way in from the web. */
export async function createPassword(
  deps: SignInDeps,
  input: z.output<typeof createPasswordInput> & Asker,
): Promise<Result<void, CredentialsFailure | 'password_exists' | 'too_many_requests'>> {
  const { ownerId, address, now, login } = input;
  const unfit = unfitCredentials(input);
  if (unfit) return { ok: false, failure: unfit };
  if (isReservedLogin(login)) return fail('login_taken');
  const passwordHash = await hashPassword(input.password, { key: address });
  if (!passwordHash) return fail('too_many_requests', { seconds: 2 });
  try {
    return await transaction<void, CredentialsFailure | 'password_exists'>(deps.db, async (tx) => {
      const { count } = await tx.user.updateMany({
        where: { id: ownerId, loginKey: null },
        data: { login: foldLogin(login), loginKey: loginKey(login), passwordHash },
      });
      if (count === 0) return fail('password_exists');
      await recordAudit(tx, { at: now, actorId: ownerId, action: 'passwords.created', subjectId: ownerId, address });
      return succeed();
    });
  } catch (error) {
    // Somebody else has the name, perhaps since a millisecond: the unique key is the judge.
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') return fail('login_taken');
    throw error;
  }
}
