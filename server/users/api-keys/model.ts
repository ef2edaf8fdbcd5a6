import { createHash, randomBytes } from 'node:crypto';

export const maxApiKeys = 20;
const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const keyPattern = /^sd_[0-9A-Za-z]{43}$/;
const prefixLength = 10;

/** `sd_` and 32 random bytes in base 62. */
export function makeApiKey(): string {
  let rest = BigInt(`0x${randomBytes(32).toString('hex')}`);
  let text = '';
  while (text.length < 43) {
    text = letters.charAt(Number(rest % 62n)) + text;
    rest /= 62n;
  }
  return `sd_${text}`;
}

export function looksLikeApiKey(text: string): boolean {
  return keyPattern.test(text);
}

/** No pepper: 256 random bits cannot be guessed from a digest, and keys outlive a change of SECRET_KEY. */
export function apiKeyDigest(key: string): string {
  return createHash('sha256').update(key).digest('base64url');
}

export function apiKeyPrefix(key: string): string {
  return key.slice(0, prefixLength);
}
