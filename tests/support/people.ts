import type { Deps } from '#/server/lib/deps.ts';
import { hashPassword } from '#/server/users/hashing/service.ts';
import { createUser } from '#/server/users/registration/service.ts';

export const goodPassword = 'correct horse battery';
let made = 0;
/** Hashing is dear on purpose: once for a file. */
let hashed: Promise<string | null> | null = null;

/** A person of whom a test needs nothing special: known by name and `goodPassword`. */
export async function registerPerson(
  deps: Pick<Deps, 'db' | 'clock'>,
  { login = `person-${++made}`, role = 'user' as 'user' | 'admin' } = {},
): Promise<{ userId: string; login: string; password: string }> {
  hashed ??= hashPassword(goodPassword, { key: 'tests', urgent: true });
  const passwordHash = (await hashed) ?? '';
  const created = await createUser(deps.db, { login, passwordHash, role, now: deps.clock.now() });
  if (!created.ok) throw new Error(`not registered: ${created.failure.code}`);
  return { userId: created.value.userId, login, password: goodPassword };
}
