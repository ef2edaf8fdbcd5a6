import { TRPCError } from '@trpc/server';
import type { Failure } from '#/server/lib/errors.ts';
import { requestFacts } from '#/server/lib/request-facts.ts';
import { isCrossSite } from '../cross-site.ts';
import type { ErrorCode } from '../error-table.ts';
import { toFailure } from '../failures.ts';
import type { TrpcContext } from '../init.ts';
import { problemResponse } from '../problem.ts';
import { appRouter } from '../root.ts';
import { logFailure } from '../trpc-handler.ts';
import { answerOnce } from './answer-once.ts';
import { restInput } from './rest-input.ts';
import { matchRoute, type RestRoute } from './rest-routes.ts';

export const restEndpoint = '/api/v1';

/** REST: the same procedures as tRPC, found by method and path; failures as problem+json. */
export async function handleRest(request: Request, body: Buffer, context: TrpcContext): Promise<Response> {
  const url = new URL(request.url);
  const path = url.pathname.slice(restEndpoint.length);
  const match = matchRoute(request.method, path);
  if (match.kind === 'unknown') return problemResponse({ code: 'not_found' }, context);
  if (match.kind === 'wrong_method') {
    return problemResponse({ code: 'method_not_allowed', params: { allow: match.allow } }, context);
  }
  const { route, pathInput } = match;
  const facts = requestFacts();
  if (facts) facts.endpoint = restEndpoint + route.template;
  const refused = refusal(request, body, route, context);
  if (refused) return problemResponse(refused, context);
  const input = restInput(route, pathInput, url.searchParams, body);
  if (!input.ok) return problemResponse(input.failure, context);
  return answerOnce(request, body, route, context, (keyed) => callProcedure(route, input.value, keyed, url));
}

function refusal(request: Request, body: Buffer, route: RestRoute, context: TrpcContext): Failure<ErrorCode> | null {
  const { actor } = context;
  if (isCrossSite(request, context.deps.config.http.publicUrl)) return { code: 'cross_site' };
  const type = request.headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase();
  if (body.length > 0 && type !== 'application/json') return { code: 'unsupported_media_type' };
  // A browser's session may look around here; what changes things needs a proof that no page can send by accident.
  if (route.type === 'mutation' && actor.kind === 'user' && actor.door.kind === 'cookie') {
    return { code: 'api_key_required' };
  }
  return null;
}

async function callProcedure(route: RestRoute, input: unknown, context: TrpcContext, url: URL): Promise<Response> {
  const onError = ({ error }: { error: TRPCError }) => logFailure(context, toFailure(error), route.procedure, error);
  const caller = appRouter.createCaller(context, { onError });
  try {
    const value = await procedureOf(caller, route.procedure)(input);
    return Response.json(value ?? {}, {
      headers: { 'cache-control': 'no-store', ...nextPage(value, url) },
    });
  } catch (error) {
    if (!(error instanceof TRPCError)) throw error;
    return problemResponse(toFailure(error), context);
  }
}

/** `admin.users.get` of a caller: the name comes from our own routes. */
function procedureOf(caller: unknown, name: string): (input: unknown) => Promise<unknown> {
  let found = caller as Record<string, unknown>;
  for (const part of name.split('.')) found = found[part] as Record<string, unknown>;
  return found as unknown as (input: unknown) => Promise<unknown>;
}

/** Pages carry their `nextCursor`; for programs that follow links the same as a Link header (RFC 8288). */
function nextPage(value: unknown, url: URL): Record<string, string> {
  const cursor = (value as { nextCursor?: unknown } | null)?.nextCursor;
  if (typeof cursor !== 'string') return {};
  const query = new URLSearchParams(url.searchParams);
  query.set('cursor', cursor);
  return { link: `<${url.pathname}?${query}>; rel="next"` };
}
