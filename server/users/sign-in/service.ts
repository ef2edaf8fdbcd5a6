import { transaction } from '#/server/lib/db.ts';
import type { Deps } from '#/server/lib/deps.ts';
import { fail, type Result, succeed } from '#/server/lib/errors.ts';
import { hashPassword, verifyPassword } from '../hashing/service.ts';
import { type LimitRule, limitRules } from '../limits/model.ts';
import { consumeTry, forgetTries, giveTryBack, isMarked, mark } from '../limits/service.ts';
import { loginKey } from '../logins/model.ts';
import { type OpenedSession, type Origin, openSession } from '../sessions/service.ts';

export type SignInDeps = Pick<Deps, 'db' | 'pool' | 'config'>;
export type SignInFailure = 'wrong_credentials' | 'too_many_requests' | 'blocked';
interface SignInInput {
  readonly login: string;
  readonly password: string;
  readonly origin: Origin;
  readonly replaces: string | null;
  readonly now: Date;
}

/** A wrong password and an unknown name take the same steps, the same time, and give the same answer. */
export async function signInWithPassword(
  deps: SignInDeps,
  input: SignInInput,
): Promise<Result<OpenedSession, SignInFailure>> {
  const key = loginKey(input.login);
  const { address } = input.origin;
  // Side by side, and looked for whether or not it may be tried: under a flood every wait in a row is a long one.
  const [tries, user] = await Promise.all([countTries(deps, key, address, input.now), findByLogin(deps, key)]);
  if (!tries.ok) return tries;
  const { left, known } = tries.value;

  const turn = { key: address, urgent: known };
  const verified = await verifyPassword(user?.passwordHash ?? null, input.password, turn);
  if (!verified) {
    await giveTryBack(deps, limitRules.signIn, [key, address], input.now);
    return fail('too_many_requests', { seconds: 2 });
  }
  if (!user || !verified.matches) return fail('wrong_credentials', { left, minutes: pauseMinutes(limitRules.signIn) });

  await rememberPair(deps, key, address, known, input.now);
  if (user.blockedAt) return fail('blocked');
  const renewed = verified.outdated ? await hashPassword(input.password, turn) : null;
  return transaction<OpenedSession, SignInFailure>(deps.db, async (tx) => {
    // Changed while we were checking: then the password that fits is the old one, and its sessions have been ended.
    const { count } = await tx.user.updateMany({
      where: { id: user.id, passwordHash: user.passwordHash },
      data: { lastSeenAt: input.now, ...(renewed && { passwordHash: renewed }) },
    });
    if (count === 0) return fail('wrong_credentials', { left, minutes: pauseMinutes(limitRules.signIn) });
    return succeed(await openSession(tx, { ...input, userId: user.id, by: 'password' }));
  });
}

// Async, so that whatever throws inside comes as its promise: a throw amid `Promise.all` would orphan the others.
async function findByLogin({ db }: SignInDeps, key: string) {
  return db.user.findUnique({
    where: { loginKey: key },
    select: { id: true, passwordHash: true, blockedAt: true },
  });
}

/** The pair is counted first: tries it refuses cost its neighbours nothing. */
async function countTries(
  deps: SignInDeps,
  key: string,
  address: string,
  now: Date,
): Promise<Result<{ left: number; known: boolean }, 'too_many_requests'>> {
  const pair = [key, address];
  const [ofPair, known] = await Promise.all([
    consumeTry(deps, limitRules.signIn, pair, now),
    isMarked(deps, limitRules.knownPair, pair, now),
  ]);
  if (!ofPair.allowed) return fail('too_many_requests', { seconds: ofPair.seconds });
  if (!known) {
    const ofAddress = await consumeTry(deps, limitRules.signInAddress, [address], now);
    if (!ofAddress.allowed) {
      await giveTryBack(deps, limitRules.signIn, pair, now);
      return fail('too_many_requests', { seconds: ofAddress.seconds });
    }
  }
  return succeed({ left: ofPair.left, known });
}

async function rememberPair(deps: SignInDeps, key: string, address: string, known: boolean, now: Date): Promise<void> {
  const pair = [key, address];
  await Promise.all([
    forgetTries(deps, limitRules.signIn, pair),
    mark(deps, limitRules.knownPair, pair, now),
    known ? null : giveTryBack(deps, limitRules.signInAddress, [address], now),
  ]);
}

export function pauseMinutes(rule: LimitRule): number {
  return Math.round(rule.windowMs / 60_000);
}

export type ConfirmFailure = 'wrong_password' | 'password_missing' | 'too_many_requests';

/** Asks somebody signed in for the password again, before something that cannot be undone. */
export async function confirmPassword(
  deps: SignInDeps,
  input: { userId: string; password: string; address: string; now: Date },
): Promise<Result<void, ConfirmFailure>> {
  const subject = [input.userId, input.address];
  const tries = await consumeTry(deps, limitRules.confirm, subject, input.now);
  if (!tries.allowed) return fail('too_many_requests', { seconds: tries.seconds });
  const user = await deps.db.user.findUnique({ where: { id: input.userId }, select: { passwordHash: true } });
  if (!user?.passwordHash) return fail('password_missing');
  const verified = await verifyPassword(user.passwordHash, input.password, { key: input.address, urgent: true });
  if (!verified) return fail('too_many_requests', { seconds: 2 });
  if (!verified.matches) {
    return fail('wrong_password', { left: tries.left, minutes: pauseMinutes(limitRules.confirm) });
  }
  await forgetTries(deps, limitRules.confirm, subject);
  return succeed();
}

/** «Открыть демо»: one click, no password. The caller has made sure that this is the demo. */
export async function signInDemo(
  deps: SignInDeps,
  input: { origin: Origin; replaces: string | null; now: Date },
): Promise<Result<OpenedSession, 'not_found'>> {
  if (deps.config.mode !== 'demo') return fail('not_found');
  const user = await deps.db.user.findFirst({ where: { isDemo: true, deletedAt: null }, select: { id: true } });
  if (!user) return fail('not_found');
  return transaction(deps.db, async (tx) => succeed(await openSession(tx, { ...input, userId: user.id, by: 'demo' })));
}
