import { createHmac, timingSafeEqual } from 'node:crypto';
import { parseExactJson } from '#/server/lib/exact-json.ts';
import type { Secret } from '#/server/lib/secret.ts';

/**
 * What Telegram says of who opened the Mini App (facts: core.telegram.org/bots/webapps, "Validating data").
 * The raw string is judged as it came. Ids are 64-bit and never become a JS number.
 */
export const initDataLifeMs = 24 * 3600 * 1000;
/** Telegram's clock may be ahead of ours by this much. */
const clockSkewMs = 5 * 60 * 1000;
const maxLength = 8192;

export interface TelegramPerson {
  readonly telegramId: bigint;
  readonly username: string | null;
  readonly displayName: string;
  readonly locale: 'ru' | 'en';
}
export type InitDataVerdict =
  | { readonly kind: 'valid'; readonly person: TelegramPerson; readonly startParam: string | null }
  | { readonly kind: 'invalid' | 'expired' };

export function judgeInitData(raw: string, botToken: Secret, now: Date): InitDataVerdict {
  const fields = readFields(raw);
  const hash = fields?.get('hash');
  if (!fields || !hash || !/^[0-9a-f]{64}$/.test(hash)) return { kind: 'invalid' };
  // `signature` is of the checked lines; only `hash` is not.
  const lines = [...fields].filter(([name]) => name !== 'hash').map(([name, value]) => `${name}=${value}`);
  const secret = createHmac('sha256', 'WebAppData').update(botToken.reveal()).digest();
  const expected = createHmac('sha256', secret).update(lines.sort().join('\n')).digest();
  if (!timingSafeEqual(expected, Buffer.from(hash, 'hex'))) return { kind: 'invalid' };

  const authDate = fields.get('auth_date') ?? '';
  if (!/^\d{1,12}$/.test(authDate)) return { kind: 'invalid' };
  const ageMs = now.getTime() - Number(authDate) * 1000;
  if (ageMs > initDataLifeMs) return { kind: 'expired' };
  if (ageMs < -clockSkewMs) return { kind: 'invalid' };
  const person = readPerson(fields.get('user'));
  return person ? { kind: 'valid', person, startParam: fields.get('start_param') ?? null } : { kind: 'invalid' };
}

/** Null when a name comes twice: which one was signed would be a guess. */
function readFields(raw: string): Map<string, string> | null {
  if (raw.length === 0 || raw.length > maxLength) return null;
  const fields = new Map<string, string>();
  for (const pair of raw.split('&')) {
    const at = pair.indexOf('=');
    if (at < 1) return null;
    const name = decode(pair.slice(0, at));
    const value = decode(pair.slice(at + 1));
    if (name === null || value === null || fields.has(name)) return null;
    fields.set(name, value);
  }
  return fields;
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return null;
  }
}

function readPerson(json: string | undefined): TelegramPerson | null {
  const user = parseExactJson(json ?? '');
  if (typeof user !== 'object' || user === null) return null;
  const { id, username, first_name, last_name, language_code, is_bot } = user as Record<string, unknown>;
  if (typeof id !== 'string' || !/^[1-9]\d{0,18}$/.test(id) || is_bot === true) return null;
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  return {
    telegramId: BigInt(id),
    username: /^\w{1,64}$/.test(text(username)) ? text(username) : null,
    displayName: `${text(first_name)} ${text(last_name)}`.trim().slice(0, 80),
    locale: text(language_code).startsWith('ru') || text(language_code) === '' ? 'ru' : 'en',
  };
}
