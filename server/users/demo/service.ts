import type { Deps } from '#/server/lib/deps.ts';
import { hashPassword, verifyPassword } from '../hashing/service.ts';
import { loginKey } from '../logins/model.ts';
import { demoLogin, demoPassword } from './model.ts';

/** Run at every start of the demo: the person is there, with the printed password, whatever was tried before. */
export async function seedDemo(
  deps: Pick<Deps, 'db' | 'config'>,
  { now }: { now: Date },
): Promise<{ login: string; password: string }> {
  if (deps.config.mode !== 'demo') throw new Error('the demo user exists only with DEMO=1');
  const turn = { key: 'seed', urgent: true };
  const key = loginKey(demoLogin);
  const present = await deps.db.user.findUnique({ where: { loginKey: key } });
  const fits = present && (await verifyPassword(present.passwordHash, demoPassword, turn))?.matches === true;
  const passwordHash = fits ? present.passwordHash : await hashPassword(demoPassword, turn);
  if (!passwordHash) throw new Error('too many passwords are being hashed');
  const always = { login: demoLogin, isDemo: true, passwordHash, blockedAt: null, blockedReason: null };
  await deps.db.user.upsert({
    where: { loginKey: key },
    create: { ...always, loginKey: key, displayName: 'Гость демо', createdAt: now },
    update: always,
  });
  return { login: demoLogin, password: demoPassword };
}
