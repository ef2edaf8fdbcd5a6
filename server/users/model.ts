import type { RefusalCode } from './errors.ts';

/**
 * Words of this room.
 * - user: a person known to the installation, by a sign-in name, by Telegram, or both.
 * - actor: who asks right now: nobody, a user through one of the doors, or somebody whose proof was refused.
 * - door: the way in: a browser's cookie, the Mini App, an API key, the bot.
 * - session: one signed-in browser; its cookie names a row, ending the row ends the cookie.
 * - link code: a one-time code (linking Telegram, the first admin's link, an invitation).
 */
export type UserRole = 'user' | 'admin';

export type Actor =
  | { readonly kind: 'nobody' }
  /** A proof was shown and refused: blocked, expired, revoked. Public calls go on, the others say why. */
  | { readonly kind: 'refused'; readonly code: RefusalCode }
  | {
      readonly kind: 'user';
      readonly userId: string;
      readonly role: UserRole;
      readonly door: Door;
    };
export type SignedInActor = Extract<Actor, { kind: 'user' }>;

export type Door =
  | { readonly kind: 'cookie'; readonly sessionId: string }
  | { readonly kind: 'mini-app' }
  | { readonly kind: 'api-key'; readonly keyId: string; readonly scopes: readonly ApiScope[] }
  | { readonly kind: 'bot' };

/** What an API key may do. `read` and `write` concern the owner's own things; `admin` needs an admin behind the key. */
export const apiScopes = ['read', 'write', 'admin'] as const;
export type ApiScope = (typeof apiScopes)[number];

/** The one rule of who is an admin: by the row, or by ADMIN_USER_IDS. */
export function effectiveRole(
  user: { readonly role: UserRole; readonly telegramId: bigint | null },
  adminTelegramIds: readonly bigint[],
): UserRole {
  return user.role === 'admin' || (user.telegramId !== null && adminTelegramIds.includes(user.telegramId))
    ? 'admin'
    : 'user';
}

/** The browser's session behind an actor; null in the Mini App, which has none. */
export function sessionIdOf({ door }: SignedInActor): string | null {
  return door.kind === 'cookie' ? door.sessionId : null;
}
