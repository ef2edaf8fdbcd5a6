/** Why a shown proof (cookie, initData, key) does not count. The sentence tells the person what to do. */
export type RefusalCode =
  | 'blocked'
  | 'api_key_invalid'
  | 'init_data_invalid'
  | 'init_data_expired'
  | 'telegram_not_configured'
  | 'registration_closed'
  | 'invitation_needed';

/** Expected failures of this room. Texts: `errors.<code>`; `params` stand beside each code. */
export type UsersErrorCode =
  | Exclude<RefusalCode, 'blocked'>
  /** { left, minutes } */
  | 'wrong_credentials'
  /** { left, minutes } */
  | 'wrong_password'
  | 'login_taken'
  | 'login_unsuitable'
  /** { reason: 'short' | 'long' | 'common' | 'login', min } */
  | 'password_weak'
  | 'password_missing'
  | 'password_exists'
  | 'invitation_invalid'
  | 'setup_closed'
  | 'setup_link_invalid'
  | 'bot_token_refused'
  | 'telegram_unreachable'
  | 'confirmation_mismatch'
  | 'last_admin'
  | 'not_yourself'
  | 'role_from_configuration'
  | 'demo_account'
  /** { max } */
  | 'too_many_keys'
  | 'link_code_invalid'
  | 'telegram_taken'
  | 'already_linked'
  | 'only_telegram'
  | 'link_holds_open';
