/** What is written down: matters of safety, and whatever an admin does to others. Texts: `audit.<action, dots as _>`. */
export const auditActions = [
  'users.registered',
  'users.signed_in',
  'users.signed_out',
  'users.blocked',
  'users.unblocked',
  'users.role_changed',
  'users.deleted',
  'sessions.ended',
  'passwords.changed',
  'passwords.created',
  'api_keys.created',
  'api_keys.revoked',
  'telegram.linked',
  'telegram.unlinked',
  'account.exported',
  'invitations.created',
  'invitations.revoked',
  'setup.link_issued',
  'setup.admin_created',
  'setup.admin_reset',
  'setup.address_confirmed',
  'setup.bot_saved',
  'setup.bot_skipped',
  'setup.finished',
  'queue.dead_retried',
  'queue.dead_discarded',
  'telegram.updates_retried',
  'telegram.messages_settled',
] as const;
/** Later rooms name their own. */
export type AuditAction = (typeof auditActions)[number] | `${string}.${string}`;

export type AuditDetails = Readonly<Record<string, string | number | boolean | null>>;
