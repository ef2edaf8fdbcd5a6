import type { z } from 'zod';
import type { Tx } from '#/server/lib/db.ts';
import { transaction } from '#/server/lib/db.ts';
import type { Deps } from '#/server/lib/deps.ts';
import { type Failure, fail, type Result, succeed } from '#/server/lib/errors.ts';
import { publish } from '#/server/live/service.ts';
import { recordAudit } from '../audit/service.ts';
import { takeCode } from '../codes/service.ts';
import { hashPassword } from '../hashing/service.ts';
import { limitRules } from '../limits/model.ts';
import { consumeTry, mark } from '../limits/service.ts';
import { foldLogin, isReservedLogin, isSuitableLogin, loginKey } from '../logins/model.ts';
import { passwordLength, passwordWeakness } from '../passwords/model.ts';
import type { registerInput } from './schema.ts';

type RegisterDeps = Pick<Deps, 'db' | 'pool' | 'config'>;
export type CredentialsFailure = 'login_unsuitable' | 'login_taken' | 'password_weak';
export type RegisterFailure =
  | CredentialsFailure
  | 'registration_closed'
  | 'invitation_needed'
  | 'invitation_invalid'
  | 'too_many_requests';

export async function register(
  deps: RegisterDeps,
  input: z.output<typeof registerInput> & { address: string; now: Date },
): Promise<Result<{ userId: string }, RegisterFailure>> {
  const { now, address, invitation } = input;
  if (deps.config.registration === 'closed') return fail('registration_closed');
  if (deps.config.registration === 'invite' && !invitation) return fail('invitation_needed');
  const unfit = unfitCredentials(input);
  if (unfit) return { ok: false, failure: unfit };
  if (isReservedLogin(input.login)) return fail('login_taken');
  const tries = await consumeTry(deps, limitRules.register, [address], now);
  if (!tries.allowed) return fail('too_many_requests', { seconds: tries.seconds });

  // Hashed before the transaction: 50 ms of work would hold a connection.
  const passwordHash = await hashPassword(input.password, { key: address });
  if (!passwordHash) return fail('too_many_requests', { seconds: 2 });
  const registered = await transaction<{ userId: string }, RegisterFailure>(deps.db, async (tx) => {
    if (invitation) {
      const taken = await takeCode(deps, tx, { scope: 'invitation', code: invitation, now });
      if (!taken) return fail('invitation_invalid');
    }
    const created = await createUser(tx, { ...input, passwordHash, role: 'user' });
    if (!created.ok) return created;
    const { userId } = created.value;
    await recordAudit(tx, {
      at: now,
      actorId: userId,
      action: 'users.registered',
      subjectId: userId,
      details: { by: invitation ? 'invitation' : 'password' },
      address,
    });
    await publish(tx, { to: 'admins', topic: 'user.changed', payload: { userId } });
    return created;
  });
  if (registered.ok) await mark(deps, limitRules.knownPair, [loginKey(input.login), address], now);
  return registered;
}

export function unfitCredentials(input: {
  login: string;
  password: string;
}): Failure<'login_unsuitable' | 'password_weak'> | null {
  if (!isSuitableLogin(input.login)) return { code: 'login_unsuitable' };
  const reason = passwordWeakness(input.password, input.login);
  return reason ? { code: 'password_weak', params: { reason, ...passwordLength } } : null;
}

interface NewUser {
  readonly login: string;
  readonly passwordHash: string;
  readonly displayName?: string;
  readonly locale?: 'ru' | 'en';
  readonly role: 'user' | 'admin';
  readonly now: Date;
}

/** The unique key decides between two who want one name at the same moment. */
export async function createUser(
  tx: Pick<Tx, 'user'>,
  { login, passwordHash, displayName = '', locale = 'ru', role, now }: NewUser,
): Promise<Result<{ userId: string }, 'login_taken'>> {
  const [created] = await tx.user.createManyAndReturn({
    data: [
      { login: foldLogin(login), loginKey: loginKey(login), passwordHash, displayName, locale, role, createdAt: now },
    ],
    skipDuplicates: true,
    select: { id: true },
  });
  return created ? succeed({ userId: created.id }) : fail('login_taken');
}
