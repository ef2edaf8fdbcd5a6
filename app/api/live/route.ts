import type { NextRequest } from 'next/server';
import type { Reader } from '#/server/live/model.ts';
import { openLiveStream } from '#/server/live/stream.ts';
import { problemResponse } from '#/server/trpc/problem.ts';
import type { Actor } from '#/server/users/model.ts';
import { actorOf } from '../../_server/actor.ts';
import { door } from '../../_server/door.ts';

/** Every open page holds one; more than this is a page gone wild. */
const streamsOfOneUser = 20;

/** What happens, as it happens: cookie or `Authorization: tma`, continued by Last-Event-ID or `?after=`. */
export const GET = door(async (call) => {
  const { request, web } = call;
  const actor = await actorOf(request);
  if (actor.kind === 'refused') return problemResponse({ code: actor.code }, call);
  const reader = readerOf(actor);
  if (!reader) return problemResponse({ code: actor.kind === 'nobody' ? 'not_signed_in' : 'not_allowed' }, call);
  if (web.live.countOf(reader.userId) >= streamsOfOneUser) {
    return problemResponse({ code: 'too_many_requests', params: { seconds: 30 } }, call);
  }
  const stream = openLiveStream({
    hub: web.live,
    clock: web.deps.clock,
    reader,
    after: placeIn(request),
    recheck: async () => readerOf(await actorOf(request)),
  });
  return new Response(stream, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
      // Kept alive after its stream, the connection would hold up the end of the process for seconds.
      connection: 'close',
    },
  });
});

/** A page's reader; an API key polls. */
function readerOf(actor: Actor): Reader | null {
  if (actor.kind !== 'user' || actor.door.kind === 'api-key') return null;
  return { userId: actor.userId, isAdmin: actor.role === 'admin' };
}

function placeIn(request: NextRequest): string | null {
  return request.headers.get('last-event-id') || request.nextUrl.searchParams.get('after') || null;
}
