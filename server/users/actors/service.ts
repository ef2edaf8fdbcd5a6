import type { Deps } from '#/server/lib/deps.ts';
import { apiKeyDigest, looksLikeApiKey } from '../api-keys/model.ts';
import { type Actor, type Door, effectiveRole } from '../model.ts';
import { installationBotToken } from '../setup/bot-token/service.ts';
import { judgeInitData } from '../telegram/model.ts';
import { enterFromTelegram } from '../telegram/service.ts';
import { findApiKey, findSession, noteSeen, type PersonBehind } from './data.ts';

export type ActorDeps = Pick<Deps, 'db' | 'pool' | 'config' | 'envelopes'>;
/** What a request shows: the words after a scheme in Authorization, or the session its cookie names. */
export interface Proof {
  readonly authorization: string | null;
  readonly session: { readonly sessionId: string; readonly userId: string } | null;
}
const nobody: Actor = { kind: 'nobody' };

/** The one place where a proof becomes an actor. A header that is shown counts alone: no falling back to the cookie. */
export async function resolveActor(deps: ActorDeps, proof: Proof, now: Date): Promise<Actor> {
  const [scheme = '', shown = ''] = (proof.authorization ?? '').split(/ (.*)/s);
  switch (scheme.toLowerCase()) {
    case 'tma':
      return actorOfInitData(deps, shown, now);
    case 'bearer':
      return actorOfApiKey(deps, shown.trim(), now);
    default:
      return proof.session ? actorOfSession(deps, proof.session, now) : nobody;
  }
}

async function actorOfSession(
  deps: ActorDeps,
  session: { sessionId: string; userId: string },
  now: Date,
): Promise<Actor> {
  const found = await findSession(deps, { ...session, now });
  if (!found) return nobody;
  // Blocking ends the sessions too; whoever still holds a cookie is told why.
  if (found.blocked) return { kind: 'refused', code: 'blocked' };
  if (!found.open) return nobody;
  await noteSeen(deps, found, { table: 'sessions', id: session.sessionId }, now);
  return admit(deps, found, { kind: 'cookie', sessionId: session.sessionId });
}

async function actorOfApiKey(deps: ActorDeps, key: string, now: Date): Promise<Actor> {
  const found = looksLikeApiKey(key) ? await findApiKey(deps, { digest: apiKeyDigest(key) }) : null;
  if (!found) return { kind: 'refused', code: 'api_key_invalid' };
  if (found.blocked) return { kind: 'refused', code: 'blocked' };
  await noteSeen(deps, found, { table: 'api_keys', id: found.keyId }, now);
  return admit(deps, found, { kind: 'api-key', keyId: found.keyId, scopes: found.scopes });
}

async function actorOfInitData(deps: ActorDeps, raw: string, now: Date): Promise<Actor> {
  const botToken = await installationBotToken(deps);
  if (!botToken) return { kind: 'refused', code: 'telegram_not_configured' };
  const verdict = judgeInitData(raw, botToken, now);
  if (verdict.kind !== 'valid') {
    return { kind: 'refused', code: verdict.kind === 'expired' ? 'init_data_expired' : 'init_data_invalid' };
  }
  const invitation = verdict.startParam?.startsWith('inv_') ? verdict.startParam.slice('inv_'.length) : null;
  const entered = await enterFromTelegram(deps, { person: verdict.person, invitation, now });
  if (!entered.ok) return { kind: 'refused', code: entered.failure.code };
  const { id, role, telegramId, blockedAt, lastSeenAt } = entered.value;
  if (blockedAt) return { kind: 'refused', code: 'blocked' };
  const person = { userId: id, role, telegramId, blocked: false, seenAt: lastSeenAt };
  await noteSeen(deps, person, null, now);
  return admit(deps, person, { kind: 'mini-app' });
}

function admit({ config }: ActorDeps, person: PersonBehind, door: Door): Actor {
  return { kind: 'user', userId: person.userId, role: effectiveRole(person, config.adminUserIds), door };
}
