/**
 * Words of this room.
 * - user: a person known to the installation, by a sign-in name, by Telegram, or both.
 * - actor: who asks right now: nobody, or a user through one of the doors.
 * - session: one signed-in browser; its cookie names a row, ending the row ends the cookie.
 * - link code: a one-time code (linking Telegram, the first admin's link, an invitation).
 */
export type UserRole = 'user' | 'admin';

export type Actor =
  | { readonly kind: 'nobody' }
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
