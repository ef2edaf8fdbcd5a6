import {
  answerKey,
  type Claim,
  claimKey,
  forgetOldReplies,
  releaseKey,
  requestHashOf,
} from '#/server/lib/idempotency.ts';
import { httpStatusOf } from '../error-table.ts';
import type { TrpcContext } from '../init.ts';
import { problemResponse } from '../problem.ts';
import type { RestRoute } from './rest-routes.ts';

const keyPattern = /^[\x21-\x7e]{1,200}$/;
const repeatAfterSeconds = 2;
/** Nothing was done: the same key may come again. */
const doneNothing: ReadonlySet<number> = new Set([401, 403, 413, 415, 429]);

/** Runs `call`; with an Idempotency-Key at most once, giving the first answer to every repeat for 24 hours. */
export async function answerOnce(
  request: Request,
  body: Buffer,
  route: RestRoute,
  context: TrpcContext,
  call: (context: TrpcContext) => Promise<Response>,
): Promise<Response> {
  const key = request.headers.get('idempotency-key');
  const { actor, deps } = context;
  // Reads repeat by themselves; nobody has no keys of his own, and must not see the answers of others.
  if (key === null || route.type === 'query' || actor.kind !== 'user') return call(context);
  if (!keyPattern.test(key)) return problemResponse({ code: 'idempotency_key_invalid' }, context);
  const { pathname } = new URL(request.url);
  const requestHash = requestHashOf(request.method, pathname, body);
  const claim: Claim = { ownerId: actor.userId, key, requestHash, now: context.now };
  const claimed = await claimKey(deps, claim, route.repeatsSafely);
  switch (claimed.kind) {
    case 'mismatch':
      return problemResponse({ code: 'idempotency_mismatch' }, context);
    case 'unknown':
      return problemResponse({ code: 'idempotency_unknown' }, context);
    case 'in_progress':
      return problemResponse({ code: 'idempotency_in_progress', params: { seconds: repeatAfterSeconds } }, context);
    case 'replay':
      return new Response(claimed.reply.body, {
        status: claimed.reply.status,
        headers: { 'content-type': contentTypeOf(claimed.reply.status), ...replayHeaders },
      });
    case 'run':
      return runAndRemember(claim, context, call);
  }
}

const replayHeaders = { 'cache-control': 'no-store', 'idempotent-replayed': 'true' };

async function runAndRemember(
  claim: Claim,
  context: TrpcContext,
  call: (context: TrpcContext) => Promise<Response>,
): Promise<Response> {
  const { deps } = context;
  const response = await call({ ...context, idempotencyKey: `${claim.ownerId}:${claim.key}` });
  // Away: whether the last statement was carried out is unknown. The claim stays as it is and says so.
  if (response.status === httpStatusOf.unavailable) return response;
  if (doneNothing.has(response.status)) {
    await releaseKey(deps, claim);
    return response;
  }
  const body = await response.text();
  await answerKey(deps, claim, { status: response.status, body }, deps.clock.now());
  await forgetOldReplies(deps, claim.now);
  return new Response(body, { status: response.status, headers: response.headers });
}

function contentTypeOf(status: number): string {
  return status >= 400 ? 'application/problem+json; charset=utf-8' : 'application/json';
}
