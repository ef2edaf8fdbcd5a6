import type { CoreErrorCode } from '#/server/lib/core-errors.ts';
import type { Messages } from '#/server/texts/ru.ts';
import type { UsersErrorCode } from '#/server/users/errors.ts';

/** Every expected failure of the product. A new code does not compile until it has a status and a text in both languages. */
export type ErrorCode = CoreErrorCode | UsersErrorCode;

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
  api_key_invalid: 401,
  init_data_invalid: 401,
  init_data_expired: 401,
  telegram_not_configured: 503,
  registration_closed: 403,
  invitation_needed: 403,
  wrong_credentials: 401,
  wrong_password: 403,
  login_taken: 409,
  login_unsuitable: 422,
  password_weak: 422,
  password_missing: 409,
  password_exists: 409,
  invitation_invalid: 422,
  setup_closed: 403,
  setup_link_invalid: 403,
  bot_token_refused: 422,
  telegram_unreachable: 503,
  confirmation_mismatch: 422,
  last_admin: 409,
  not_yourself: 409,
  role_from_configuration: 409,
  demo_account: 403,
  too_many_keys: 409,
  link_code_invalid: 422,
  telegram_taken: 409,
  already_linked: 409,
  only_telegram: 409,
  link_holds_open: 409,
} satisfies Record<ErrorCode, number> & Record<keyof Messages['errors'], number>;
