import { createHash, timingSafeEqual } from 'node:crypto';
import type { Config } from '#/server/lib/config.ts';
import { deriveSubkey } from '#/server/lib/envelope.ts';

type SecretConfig = Pick<Config, 'secretKey' | 'telegram'>;

/** TELEGRAM_WEBHOOK_SECRET, else one of SECRET_KEY: web and worker come to the same, and the door is never without. */
export function webhookSecret({ telegram, secretKey }: SecretConfig): string {
  return telegram.webhookSecret?.reveal() ?? deriveSubkey(secretKey, 'telegram webhook').toString('hex');
}

/** In constant time, whatever was shown. */
export function isWebhookSecret(config: SecretConfig, shown: string | null): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  // A secret is never empty, so nothing shown is never right.
  return timingSafeEqual(digest(webhookSecret(config)), digest(shown ?? ''));
}
