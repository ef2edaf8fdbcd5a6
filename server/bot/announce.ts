import type { Api } from 'grammy';
import type { Config } from '#/server/lib/config.ts';
import { defaultLocale, locales } from '#/server/texts/shape.ts';
import { translatorFor } from '#/server/texts/translate.ts';
import { allowedUpdates } from './api-client.ts';
import { miniAppUrl } from './open-desk.ts';
import { webhookSecret } from './webhook-secret.ts';

/** Only what works now. */
const commands = ['start', 'help'] as const;

/** What people see before they write: commands in both languages, in private chats only, and the menu button. */
export async function announceCommands(api: Api, { http }: Pick<Config, 'http'>): Promise<void> {
  for (const locale of [undefined, ...locales]) {
    const t = translatorFor(locale ?? defaultLocale);
    await api.setMyCommands(
      commands.map((command) => ({ command, description: t(`bot.commands.${command}`) })),
      { scope: { type: 'all_private_chats' }, ...(locale && { language_code: locale }) },
    );
  }
  const url = miniAppUrl(http.publicUrl);
  const text = translatorFor(defaultLocale)('bot.menuButton');
  await api.setChatMenuButton({
    menu_button: url ? { type: 'web_app', text, web_app: { url } } : { type: 'commands' },
  });
}

/**
 * Where Telegram can deliver, or null: then we ask for updates ourselves. The real one delivers to https only, so an
 * installation that people reach by http is polled for; a Bot API server of one's own delivers anywhere.
 */
export function webhookUrl({ http, telegram }: Pick<Config, 'http' | 'telegram'>): string | null {
  const { publicUrl } = http;
  const isTelegramItself = new URL(telegram.apiRoot).hostname === 'api.telegram.org';
  if (publicUrl === null || (isTelegramItself && !publicUrl.startsWith('https://'))) return null;
  return `${publicUrl}/api/telegram/webhook`;
}

/** Tells Telegram our address and the secret that it shows at our door. */
export async function announceWebhook(
  api: Api,
  config: Pick<Config, 'secretKey' | 'telegram'>,
  url: string,
): Promise<void> {
  await api.setWebhook(url, {
    secret_token: webhookSecret(config),
    allowed_updates: allowedUpdates,
    max_connections: 40,
  });
}
