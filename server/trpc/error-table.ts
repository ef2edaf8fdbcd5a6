import type { CoreErrorCode } from '#/server/lib/core-errors.ts';
import type { Messages } from '#/server/texts/ru.ts';

/** Every expected failure of the product. A new code does not compile until it has a status and a text in both languages. */
export type ErrorCode = CoreErrorCode;

export const httpStatusOf = {
  unexpected: 500,
  invalid_input: 400,
  not_signed_in: 401,
  not_allowed: 403,
  not_found: 404,
  blocked: 403,
  too_many_requests: 429,
  conflict: 409,
  body_too_large: 413,
  cross_site: 403,
  unavailable: 503,
} satisfies Record<ErrorCode, number> & Record<keyof Messages['errors'], number>;
