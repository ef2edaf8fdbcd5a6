import { STATUS_CODES } from 'node:http';
import type { Failure } from '#/server/lib/errors.ts';
import type { Locale } from '#/server/texts/shape.ts';
import { type ErrorCode, httpStatusOf } from './error-table.ts';
import { describeFailure } from './failures.ts';

interface Answering {
  readonly locale: Locale;
  readonly requestId: string;
}

/** An expected failure as `application/problem+json` (RFC 9457): the same code and sentence as through tRPC. */
export function problemResponse(failure: Failure<ErrorCode>, { locale, requestId }: Answering): Response {
  return new Response(JSON.stringify(problemOf(failure, { locale, requestId })), {
    status: httpStatusOf[failure.code],
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'content-language': locale,
      'cache-control': 'no-store',
      ...failureHeaders(failure),
    },
  });
}

export function problemOf(failure: Failure<ErrorCode>, { locale, requestId }: Answering) {
  const status = httpStatusOf[failure.code];
  return {
    type: `urn:stardesk:problem:${failure.code}`,
    title: STATUS_CODES[status] ?? 'Error',
    status,
    detail: describeFailure(failure, locale, requestId),
    instance: `urn:stardesk:request:${requestId}`,
    code: failure.code,
    params: failure.params ?? {},
    requestId,
  };
}

/** What a status asks for beside the body. */
export function failureHeaders({ code, params }: Failure<ErrorCode>): Record<string, string> {
  const status: number = httpStatusOf[code];
  if (status === 401) return { 'www-authenticate': 'Bearer realm="stardesk"' };
  if (status === 405 && params?.allow) return { allow: String(params.allow) };
  if (status === 503) return { 'retry-after': '5' };
  return params?.seconds ? { 'retry-after': String(params.seconds) } : {};
}
