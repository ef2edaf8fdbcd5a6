import { NextRequest } from 'next/server';
import { ConfigurationFaulty, type Web, web, webLog } from '#/server/compose.web.ts';
import { isDatabaseAway } from '#/server/lib/database-away.ts';
import type { Failure } from '#/server/lib/errors.ts';
import { readBody } from '#/server/lib/read-body.ts';
import { callerAddress, requestFacts } from '#/server/lib/request-facts.ts';
import { localeOfRequest } from '#/server/texts/locale-of-request.ts';
import type { Locale } from '#/server/texts/shape.ts';
import type { ErrorCode } from '#/server/trpc/error-table.ts';
import { problemResponse } from '#/server/trpc/problem.ts';

/** One HTTP call, as every route handler gets it. */
export interface Call {
  /** Its body is in memory already and at most `bodyLimit` long. */
  readonly request: NextRequest;
  readonly body: Buffer;
  readonly web: Web;
  readonly requestId: string;
  /** The caller's network address, for limits and the audit. */
  readonly address: string;
  readonly locale: Locale;
  /** One moment for the whole request. */
  readonly now: Date;
}
export interface RouteContext {
  readonly params: Promise<Record<string, string | string[] | undefined>>;
}
type Handler = (request: NextRequest, context: RouteContext) => Promise<Response>;
interface DoorOptions {
  readonly bodyLimit?: number;
  /** How this door words a failure; problem+json unless it says otherwise. */
  readonly refuse?: (failure: Failure<ErrorCode>, answering: { locale: Locale; requestId: string }) => Response;
}

const megabyte = 1_048_576;
const bodyWithinMs = 30_000;

/**
 * Stands before every route handler (the access matrix checks that): answers 503 while the configuration has faults,
 * bounds the body, and turns what was thrown into an answer that says nothing but the number under which it was logged.
 */
export function door(
  handle: (call: Call, context: RouteContext) => Promise<Response> | Response,
  { bodyLimit = megabyte, refuse = problemResponse }: DoorOptions = {},
): Handler {
  return async (request, context) => {
    const requestId = requestFacts()?.id ?? request.headers.get('x-request-id') ?? crypto.randomUUID();
    const answering = { locale: localeOfRequest(request.headers), requestId };
    try {
      const current = web();
      const { clock } = current.deps;
      const body = await inTime(current, readBody(request, bodyLimit));
      if (!body.ok) return refuse(body.failure, answering);
      return await handle(
        {
          request: withBody(request, body.value),
          body: body.value,
          web: current,
          address: callerAddress(),
          now: clock.now(),
          ...answering,
        },
        context,
      );
    } catch (error) {
      return refuse(failureOf(error, request, requestId), answering);
    }
  };
}

/** What a thrown error lets a caller know; everything else goes to the log. */
function failureOf(error: unknown, request: Request, requestId: string): Failure<ErrorCode> {
  if (error instanceof ConfigurationFaulty) return { code: 'misconfigured' };
  if (error instanceof BodyTooSlow || request.signal.aborted)
    return { code: 'invalid_input', params: { fields: 'body' } };
  const away = isDatabaseAway(error);
  webLog()[away ? 'warn' : 'error']({ event: 'request.failed', requestId, err: error });
  return { code: away ? 'unavailable' : 'unexpected' };
}

class BodyTooSlow extends Error {}

/** Whoever sends a byte a minute must not hold a request open for ever. */
async function inTime<Value>({ deps }: Web, reading: Promise<Value>): Promise<Value> {
  const deadline = deps.clock.deadline(bodyWithinMs);
  const tooSlow = new Promise<never>((_, reject) => {
    deadline.signal.addEventListener('abort', () => reject(new BodyTooSlow()), { once: true });
  });
  return Promise.race([reading, tooSlow]).finally(() => deadline.cancel());
}

function withBody(request: NextRequest, body: Buffer): NextRequest {
  if (request.method === 'GET' || request.method === 'HEAD') return request;
  const { url, method, headers, signal } = request;
  return new NextRequest(url, { method, headers, signal, body: new Uint8Array(body) });
}
