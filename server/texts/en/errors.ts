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
  method_not_allowed: 'This address does not do that. Allowed: {allow}.',
  unsupported_media_type: 'The body is understood as application/json only.',
  api_key_required: 'Changes over REST need an API key: the header Authorization: Bearer sd_…',
  idempotency_key_invalid: 'Idempotency-Key: 1 to 200 printable ASCII characters without spaces.',
  idempotency_in_progress:
    'The request with this Idempotency-Key is still running. Repeat in {seconds} s: the answer will be the same.',
  idempotency_mismatch: 'This Idempotency-Key came with another request before. A new request needs a new key.',
  idempotency_unknown:
    'The request with this Idempotency-Key broke off on our side, and whether it was carried out is unknown. We will not carry it out twice: look at the outcome, then, if needed, send a new key.',
  misconfigured: 'The service is not set up yet: its configuration has a fault. The administrator sees it in the log.',
  cross_site: 'The request came from another site and was refused.',
  unavailable: 'The database does not answer. Nothing is lost; try again in a few seconds.',
  api_key_invalid: 'The API key does not fit: revoked or mistyped. Make a new one in the settings.',
  init_data_invalid: 'Telegram did not confirm the sign-in. Close the Mini App and open it from the bot again.',
  init_data_expired: 'The sign-in through Telegram is too old. Close the Mini App and open it again.',
  telegram_not_configured: 'Sign-in through Telegram is not set up here yet: the administrator has named no bot.',
  registration_closed: 'Registration is closed. Ask the administrator to open it.',
  invitation_needed: 'Registration is by invitation only. Ask the administrator for a code.',
  wrong_credentials:
    'The name or the password does not fit. {left, plural, =0 {No tries left, a pause of {minutes} min.} one {# try left, then a pause of {minutes} min.} other {# tries left, then a pause of {minutes} min.}}',
  wrong_password:
    'The password does not fit, nothing was changed. {left, plural, =0 {No tries left, a pause of {minutes} min.} one {# try left, then a pause of {minutes} min.} other {# tries left, then a pause of {minutes} min.}}',
  login_taken: 'This name is taken. Choose another one, or sign in.',
  login_unsuitable:
    'A name has 3 to 32 letters, digits, dots, hyphens and underscores, the letters of one alphabet. Or an e-mail address.',
  password_weak:
    '{reason, select, long {The password is too long: {max} characters at most.} common {This password is guessed first. Choose another, for instance several words in a row.} login {The password repeats the name. Choose another.} other {The password is too short: {min} characters at least.}}',
  password_missing: 'This account has no password: you sign in through Telegram. Set a name and a password first.',
  password_exists: 'A name and a password are set already. The password is changed in the settings.',
  invitation_invalid: 'The invitation does not fit: used, expired or mistyped.',
  setup_closed: 'There is an administrator already. Sign in under that name.',
  setup_link_invalid: 'The link does not fit: used or expired. The command npm run admin:reset makes a new one.',
  bot_token_refused:
    'Telegram does not know this token. Check that you copied all of it from @BotFather; it was not saved.',
  telegram_unreachable: 'Telegram did not answer, the token is neither checked nor saved. Try again in a minute.',
  confirmation_mismatch: 'The confirmation did not match, nothing was deleted. Type {expected}.',
  last_admin: 'You are the last administrator. Appoint another one first.',
  not_yourself: 'You cannot do this to yourself. Ask another administrator.',
  role_from_configuration: 'This administrator is named by the variable ADMIN_USER_IDS. Take the number out there.',
  demo_account: 'This is the shared demo account, it cannot be changed. Make one of your own.',
  too_many_keys: 'There are {max} keys already, no more are possible. Revoke one you do not need.',
  link_code_invalid: 'The code does not fit: used, expired or mistyped. Get a new one.',
  telegram_taken: 'This Telegram is linked to another account that has a name of its own. Unlink it there first.',
  already_linked: 'Another Telegram is linked to your account already. Unlink it first.',
  only_telegram: 'Set a name and a password first: without Telegram you could not sign in.',
  link_holds_open:
    'The accounts cannot be joined yet: an operation with a reserve is not finished. Nothing is lost; try again when it has ended.',
  ledger_insufficient:
    'Not enough {asset, select, stars {stars} tokens {tokens} checks {checks} points {points} kopecks {rubles} other {funds}}: {have, number} there, {need, number} needed. Nothing was charged.',
  ledger_key_reused:
    'Another operation already goes by the number {key}. Nothing was charged; start the operation anew.',
  ledger_hold_unknown: 'There is no hold {hold}. Nothing was charged.',
  ledger_hold_ended:
    'Hold {hold} is already {state, select, captured {captured} voided {released} expired {expired} other {over}}. Nothing was charged a second time.',
  ledger_hold_exceeded: 'Hold {hold} has {have, number} left, {need, number} is needed. Nothing was charged.',
  ledger_transaction_unknown: 'Operation {key} is not in the books, there is nothing to undo. Nothing was changed.',
  ledger_nothing_to_reverse:
    'Operation {key} took nothing, it only set an amount aside. Release the hold to get it back.',
} as const satisfies Shape<typeof ru>;
