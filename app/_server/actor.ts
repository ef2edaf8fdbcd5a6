import { web } from '#/server/compose.web.ts';
import { requestFacts } from '#/server/lib/request-facts.ts';
import { resolveActor } from '#/server/users/actors/service.ts';
import type { Actor } from '#/server/users/model.ts';
import { shownSession } from './session-cookie.ts';

/** Who asks: `Authorization: tma <initData>` (the Mini App), `Authorization: Bearer sd_…` (an API key), else the cookie. */
export function actorOf(request: Request): Promise<Actor> {
  return actorOfHeaders(request.headers);
}

export async function actorOfHeaders(headers: Pick<Headers, 'get'>): Promise<Actor> {
  const { deps } = web();
  const authorization = headers.get('authorization');
  const session = await shownSession(deps.config, headers.get('cookie'));
  const actor = await resolveActor(deps, { authorization, session }, deps.clock.now());
  const facts = requestFacts();
  // For the request's line in the log.
  if (facts && actor.kind === 'user') facts.actorId = actor.userId;
  return actor;
}
