import type { Deps } from '#/server/lib/deps.ts';
import { forgetExpiredTries } from '../limits/service.ts';

const dayMs = 24 * 3600 * 1000;
/** Old codes and revoked keys are still shown in lists for a while. */
const keepShownMs = 30 * dayMs;

/** Personal data is kept as long as it serves something: a session's address and browser end with the session. */
export async function sweepExpired(
  deps: Pick<Deps, 'db' | 'pool'>,
  { now }: { now: Date },
): Promise<{ sessions: number; codes: number; keys: number; tries: number }> {
  const shownSince = new Date(now.getTime() - keepShownMs);
  const sessions = await deps.db.session.deleteMany({
    where: { OR: [{ expiresAt: { lt: now } }, { endedAt: { lt: new Date(now.getTime() - dayMs) } }] },
  });
  const codes = await deps.db.linkCode.deleteMany({ where: { expiresAt: { lt: shownSince } } });
  const keys = await deps.db.apiKey.deleteMany({ where: { revokedAt: { lt: shownSince } } });
  const tries = await forgetExpiredTries(deps, now);
  return { sessions: sessions.count, codes: codes.count, keys: keys.count, tries };
}
