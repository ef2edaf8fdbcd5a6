import type { TRPC_ERROR_CODE_KEY, TRPCError } from '@trpc/server';
import { getHTTPStatusCodeFromError } from '@trpc/server/http';
import { ZodError } from 'zod';
import { isDatabaseAway, isLostRace } from '#/server/lib/database-away.ts';
import type { Failure } from '#/server/lib/errors.ts';
import type { Locale } from '#/server/texts/shape.ts';
import { translatorFor } from '#/server/texts/translate.ts';
import { type ErrorCode, httpStatusOf } from './error-table.ts';

const codeOfStatus: Record<number, TRPC_ERROR_CODE_KEY> = {
  400: 'BAD_REQUEST',
  401: 'UNAUTHORIZED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  409: 'CONFLICT',
  413: 'PAYLOAD_TOO_LARGE',
  422: 'UNPROCESSABLE_CONTENT',
  429: 'TOO_MANY_REQUESTS',
  500: 'INTERNAL_SERVER_ERROR',
  503: 'SERVICE_UNAVAILABLE',
};

export function trpcCodeOf(code: ErrorCode): TRPC_ERROR_CODE_KEY {
  return codeOfStatus[httpStatusOf[code]] ?? 'INTERNAL_SERVER_ERROR';
}

/** What a person may know of any error: an expected failure as it is, bad input by its fields, anything else nothing. */
export function toFailure(error: TRPCError): Failure<ErrorCode> {
  if (error.cause instanceof ExpectedFailure) return error.cause.failure;
  // Only a caller's input: a ZodError of our own output or of a service is a bug like any other.
  if (error.code === 'BAD_REQUEST' && error.cause instanceof ZodError) {
    const fields = [...new Set(error.cause.issues.map((issue) => issue.path.join('.') || 'body'))]
      .slice(0, 20)
      .join(', ');
    return { code: 'invalid_input', params: { fields } };
  }
  if (isDatabaseAway(error.cause)) return { code: 'unavailable' };
  if (isLostRace(error.cause)) return { code: 'conflict' };
  const status = getHTTPStatusCodeFromError(error);
  if (status === 404) return { code: 'not_found' };
  if (status === 405) return { code: 'method_not_allowed', params: { allow: 'GET, POST' } };
  if (status === 413) return { code: 'body_too_large', params: { limit: '1 MB' } };
  if (status === 415) return { code: 'unsupported_media_type' };
  if (status >= 400 && status < 500) return { code: 'invalid_input', params: { fields: 'body' } };
  return { code: 'unexpected' };
}

export function describeFailure(failure: Failure<ErrorCode>, locale: Locale, requestId: string): string {
  // Codes are checked against the catalogue by `error-table.ts`; their parameters differ by code.
  const translate = translatorFor(locale) as (key: string, values: Record<string, string | number>) => string;
  return translate(`errors.${failure.code}`, { requestId, ...failure.params });
}

/** Carries a service's expected failure through tRPC. */
export class ExpectedFailure extends Error {
  readonly failure: Failure<ErrorCode>;
  constructor(failure: Failure<ErrorCode>) {
    super(failure.code);
    this.failure = failure;
  }
}
