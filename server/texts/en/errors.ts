import type { errors as ru } from '../ru/errors.ts';
import type { Shape } from '../shape.ts';

export const errors = {
  unexpected: 'Something broke on our side. It is recorded as {requestId}; please try again a little later.',
  invalid_input: 'Check these fields: {fields}.',
  not_signed_in: 'Sign in to continue.',
  not_allowed: 'You are not allowed to do this.',
  not_found: 'It is not here: deleted, or it never was.',
  blocked: 'This account is blocked. Write to support.',
  too_many_requests: 'Too many tries. Try again in {seconds} s.',
  conflict: 'The data changed meanwhile. Reload the page and try again.',
  body_too_large: 'The request is too large: {limit} at most.',
  cross_site: 'The request came from another site and was refused.',
  unavailable: 'The database does not answer. Nothing is lost; try again in a few seconds.',
} as const satisfies Shape<typeof ru>;
