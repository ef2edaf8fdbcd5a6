import type { audit as ru } from '../ru/audit.ts';
import type { Shape } from '../shape.ts';

export const audit = {
  users_registered: 'Account created',
  users_signed_in: 'Signed in',
  users_signed_out: 'Signed out',
  users_blocked: 'Account blocked',
  users_unblocked: 'Account unblocked',
  users_role_changed: 'Role changed',
  users_deleted: 'Account deleted',
  sessions_ended: 'Sessions ended',
  passwords_changed: 'Password changed',
  passwords_created: 'Name and password added',
  api_keys_created: 'API key made',
  api_keys_revoked: 'API key revoked',
  telegram_linked: 'Telegram linked',
  telegram_unlinked: 'Telegram unlinked',
  account_exported: 'Data exported',
  invitations_created: 'Invitation made',
  invitations_revoked: 'Invitation revoked',
  setup_link_issued: 'Link for the first admin issued',
  setup_admin_created: 'First admin created',
  setup_admin_reset: 'Admin access restored',
  setup_address_confirmed: 'Address of the installation confirmed',
  setup_bot_saved: 'Bot token saved',
  setup_bot_skipped: 'Bot put off',
  setup_finished: 'Installation set up',
} as const satisfies Shape<typeof ru>;
