/** Failures that every door knows, whatever the room. Each has its sentence in the texts `errors` of both languages. */
export type CoreErrorCode =
  | 'unexpected'
  | 'invalid_input'
  | 'not_signed_in'
  | 'not_allowed'
  | 'not_found'
  | 'blocked'
  | 'too_many_requests'
  | 'conflict'
  | 'body_too_large'
  | 'cross_site'
  | 'unavailable';
