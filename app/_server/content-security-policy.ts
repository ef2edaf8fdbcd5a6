import { isDevelopment } from '#/server/env.ts';

interface PageOptions {
  readonly nonce: string;
  readonly pathname: string;
  readonly isSecure: boolean;
}

/** What a page may load and who may frame it. Scripts run by nonce only; nothing comes from another host. */
export function contentSecurityPolicy({ nonce, pathname, isSecure }: PageOptions): string {
  const inTelegram = pathname === '/tg' || pathname.startsWith('/tg/');
  const rules: Record<string, string> = {
    'default-src': "'self'",
    'script-src': `'self' 'nonce-${nonce}' 'strict-dynamic'`,
    'style-src': `'self' 'nonce-${nonce}'`,
    // Positions of menus and widths of bars are style attributes; an attribute can neither load nor run anything.
    'style-src-attr': "'unsafe-inline'",
    'img-src': "'self' data: blob:",
    'font-src': "'self'",
    'connect-src': "'self'",
    'media-src': "'self' blob:",
    'worker-src': "'self' blob:",
    'frame-src': "'none'",
    'frame-ancestors': inTelegram ? 'https://web.telegram.org' : "'none'",
    'object-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'self'",
  };
  if (isDevelopment()) {
    // React's and Next's development tools: eval for stacks, a socket for reloading, style elements without nonce.
    rules['script-src'] += " 'unsafe-eval'";
    rules['style-src'] = "'self' 'unsafe-inline'";
    rules['connect-src'] += ' ws:';
  }
  const policy = Object.entries(rules).map(([rule, sources]) => `${rule} ${sources}`);
  if (isSecure) policy.push('upgrade-insecure-requests');
  return policy.join('; ');
}
