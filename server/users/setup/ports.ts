import type { Secret } from '#/server/lib/secret.ts';

/** Asks Telegram whose token this is. Silence is its own answer: the token may be good. */
export type IdentifyBot = (token: Secret) => Promise<BotIdentification>;
export type BotIdentification =
  | { readonly kind: 'bot'; readonly id: bigint; readonly username: string }
  | { readonly kind: 'refused' }
  | { readonly kind: 'unreachable' };
