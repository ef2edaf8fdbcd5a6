import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import type { Failure } from '#/server/lib/errors.ts';
import { requestFacts } from '#/server/lib/request-facts.ts';
import type { Locale } from '#/server/texts/shape.ts';
import { isCrossSite } from './cross-site.ts';
import { type ErrorCode, httpStatusOf } from './error-table.ts';
import { describeFailure, toFailure, trpcCodeOf } from './failures.ts';
import type { TrpcContext } from './init.ts';
import { failureHeaders } from './problem.ts';
import { appRouter } from './root.ts';
import { isStorable } from './storable.ts';

export const trpcEndpoint = '/api/trpc';
/** Calls of one HTTP request; the browser's link is set to the same. */
export const batchLimit = 20;

/** tRPC over HTTP, narrower than tRPC itself: JSON only, from our own pages or with a proof of its own. */
export async function handleTrpc(request: Request, body: string, context: TrpcContext): Promise<Response> {
  const url = new URL(request.url);
  const names = url.pathname.slice(trpcEndpoint.length + 1).split(',');
  nameEndpoint(names);
  const refused = refusal(request, url, body, context);
  if (refused) return trpcFailure(refused, context);
  const headers = new Headers({ 'content-type': 'application/json' });
  return fetchRequestHandler({
    endpoint: trpcEndpoint,
    router: appRouter,
    // Made anew: streaming answers and other things that headers can ask of tRPC are not for us.
    req: new Request(url, { method: request.method, headers, ...(request.method === 'POST' && { body }) }),
    createContext: () => context,
    maxBatchSize: batchLimit,
    responseMeta: ({ errors }) => ({
      headers: { 'cache-control': 'no-store', ...(errors[0] && failureHeaders(toFailure(errors[0]))) },
    }),
    onError: ({ error, path }) => logFailure(context, toFailure(error), path ?? '', error),
  });
}

function refusal(request: Request, url: URL, body: string, context: TrpcContext): Failure<ErrorCode> | null {
  if (isCrossSite(request, context.deps.config.http.publicUrl)) return { code: 'cross_site' };
  const isPost = request.method === 'POST';
  // Anything else may be sent by a plain form of any site.
  const type = request.headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase();
  if (isPost && type !== 'application/json') return { code: 'unsupported_media_type' };
  const input = parse(isPost ? body : url.searchParams.get('input'));
  return input.ok && isStorable(input.value) ? null : { code: 'invalid_input', params: { fields: 'body' } };
}

function parse(text: string | null): { ok: boolean; value?: unknown } {
  if (!text) return { ok: true };
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false };
  }
}

/** In the shape that tRPC's client reads, for one call or a batch. */
export function trpcFailure(
  failure: Failure<ErrorCode>,
  { locale, requestId }: { locale: Locale; requestId: string },
): Response {
  const status = httpStatusOf[failure.code];
  const error = {
    message: describeFailure(failure, locale, requestId),
    code: -32_600,
    data: { code: trpcCodeOf(failure.code), httpStatus: status, path: '', requestId, failure },
  };
  return Response.json({ error }, { status, headers: { 'cache-control': 'no-store', ...failureHeaders(failure) } });
}

/** What a person sees as "something broke" is written down with its cause, under the number that they see. */
export function logFailure(context: TrpcContext, failure: Failure<ErrorCode>, path: string, error: Error): void {
  if (failure.code !== 'unexpected' && failure.code !== 'unavailable') return;
  const { requestId, deps } = context;
  deps.log[failure.code === 'unexpected' ? 'error' : 'warn'](
    { event: 'procedure.failed', requestId, path, err: error.cause ?? error },
    failure.code,
  );
}

/** Only names that exist: metrics must not grow with what strangers type. */
function nameEndpoint(names: readonly string[]): void {
  const facts = requestFacts();
  if (!facts) return;
  const [only = ''] = names;
  if (names.length > 1) facts.endpoint = `${trpcEndpoint}/batch`;
  else if (Object.hasOwn(appRouter._def.procedures, only)) facts.endpoint = `${trpcEndpoint}/${only}`;
}
