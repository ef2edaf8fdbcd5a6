import { createHash } from 'node:crypto';
import type { JWT } from 'next-auth/jwt';
import * as jwt from 'next-auth/jwt';
import type { Config } from '#/server/lib/config.ts';
import { deriveSubkey } from '#/server/lib/envelope.ts';

export const sessionCookieSeconds = 7 * 24 * 3600;
type CookieConfig = Pick<Config, 'secretKey' | 'http'>;

/** What the cookie says: a session's row and whose it is. Whether the row still counts is asked at every request. */
export interface ShownSession {
  readonly sessionId: string;
  readonly userId: string;
}

/** next-auth's secret, so that no variable of its own is needed. */
export function authSecret({ secretKey }: CookieConfig): string {
  return deriveSubkey(secretKey, 'session cookies').toString('base64url');
}

export function isSecure({ http }: CookieConfig): boolean {
  return http.publicUrl?.startsWith('https://') ?? false;
}

/** Cookies ignore ports: the installation is in the name, or two clones on 127.0.0.1 would sign each other out. */
export function authCookieNames(config: CookieConfig) {
  const installation = createHash('sha256').update(deriveSubkey(config.secretKey, 'cookie names')).digest('hex');
  const [secure, host] = isSecure(config) ? ['__Secure-', '__Host-'] : ['', ''];
  const name = `next-auth-${installation.slice(0, 6)}`;
  return {
    sessionToken: `${secure}${name}.session-token`,
    callbackUrl: `${secure}${name}.callback-url`,
    csrfToken: `${host}${name}.csrf-token`,
  };
}

export function parseCookies(header: string | null): Record<string, string> {
  const found: [string, string][] = (header ?? '').split(';').flatMap((pair) => {
    const at = pair.indexOf('=');
    return at < 1 ? [] : [[pair.slice(0, at).trim(), decode(pair.slice(at + 1).trim())]];
  });
  // The first of a name counts, as browsers send the most specific first.
  return Object.fromEntries(found.reverse());
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

export async function shownSession(config: CookieConfig, cookieHeader: string | null): Promise<ShownSession | null> {
  const token = parseCookies(cookieHeader)[authCookieNames(config).sessionToken];
  if (!token || token.length > 4096) return null;
  try {
    return sessionIn(await jwt.decode({ token, secret: authSecret(config) }));
  } catch {
    return null;
  }
}

export function sessionIn(token: JWT | null | undefined): ShownSession | null {
  const { sub, sid } = (token ?? {}) as { sub?: unknown; sid?: unknown };
  return typeof sub === 'string' && typeof sid === 'string' ? { userId: sub, sessionId: sid } : null;
}
