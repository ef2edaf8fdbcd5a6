import { InlineKeyboard } from 'grammy';
import type { StardeskContext } from './context.ts';

/** Telegram opens Mini Apps from https addresses only. */
export function miniAppUrl(publicUrl: string | null): string | null {
  return publicUrl?.startsWith('https://') ? `${publicUrl}/tg` : null;
}

/** A button that opens the desk, where there is an address to open. */
export function openDesk({ deps, t }: StardeskContext): { reply_markup?: InlineKeyboard } {
  const url = miniAppUrl(deps.config.http.publicUrl);
  return url ? { reply_markup: new InlineKeyboard().webApp(t('bot.openDesk'), url) } : {};
}
