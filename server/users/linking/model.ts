export const linkCodeLifeMs = 10 * 60 * 1000;

export interface LinkSide {
  readonly id: string;
  readonly loginKey: string | null;
  readonly telegramId: bigint | null;
}
export type LinkPlan =
  | { readonly kind: 'nothing' }
  /** Nobody has this Telegram yet: write it down. */
  | { readonly kind: 'attach' }
  /** A Telegram-only account of the same person is taken into the one with a name. */
  | { readonly kind: 'absorb'; readonly from: string }
  | { readonly kind: 'refuse'; readonly code: 'telegram_taken' | 'already_linked' };

/** Two accounts become one only when one of them has no name of its own: else we would choose for the person. */
export function planLink(web: LinkSide, telegramId: bigint, holder: LinkSide | null): LinkPlan {
  if (web.telegramId === telegramId) return { kind: 'nothing' };
  if (web.telegramId !== null) return { kind: 'refuse', code: 'already_linked' };
  if (!holder) return { kind: 'attach' };
  if (holder.loginKey !== null) return { kind: 'refuse', code: 'telegram_taken' };
  return { kind: 'absorb', from: holder.id };
}
