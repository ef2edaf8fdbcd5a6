import type { TrpcContext } from '#/server/trpc/init.ts';
import { actorOf } from './actor.ts';
import type { Call } from './door.ts';

/** What a procedure knows of its call, whichever door it came through. */
export async function contextOf({ request, web, locale, requestId, address, now }: Call): Promise<TrpcContext> {
  const actor = await actorOf(request);
  return { deps: web.deps, ports: web.ports, actor, locale, requestId, address, now };
}
