import { randomBytes } from 'node:crypto';
import { type NextRequest, NextResponse } from 'next/server';
import { contentSecurityPolicy } from './app/_server/content-security-policy.ts';
import { faultPage } from './app/_server/fault-page.ts';
import { environment } from './server/env.ts';

/**
 * Manners, not walls (docs/decisions/proxy-is-not-a-guard.md): the policy of pages with this request's nonce, a word
 * while the configuration is faulty, and a short way to the sign-in. Whoever may see or do what is decided in the
 * procedures and queries; everything stays shut with this file deleted.
 */
export function proxy(request: NextRequest): NextResponse {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return new NextResponse(null, { status: 405, headers: { allow: 'GET, HEAD' } });
  }
  const { config, faults } = environment();
  if (faults.length > 0) return faultPage(request.headers);
  const { pathname, search } = request.nextUrl;
  if (/^\/(app|admin)(\/|$)/.test(pathname) && !hasSession(request)) {
    const login = new URL('/login', request.nextUrl);
    login.searchParams.set('next', pathname + search);
    return NextResponse.redirect(login);
  }
  const nonce = randomBytes(16).toString('base64');
  const policy = contentSecurityPolicy({
    nonce,
    pathname,
    isSecure: config.http.publicUrl?.startsWith('https:') === true,
  });
  // Next reads the nonce out of the request's copy and puts it on every script it writes.
  const headers = new Headers(request.headers);
  headers.set('content-security-policy', policy);
  headers.set('x-nonce', nonce);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  return response;
}

/** Only whether a cookie is there at all: what it is worth is seen by the page. */
function hasSession(request: NextRequest): boolean {
  return request.cookies.getAll().some(({ name }) => name.includes('session-token'));
}

/** Pages only: no static files, and no route handlers, whose bodies Next would keep in memory for us. */
export const config = {
  matcher: [
    '/((?!api/|_next/static/|_next/image|healthz$|readyz$|metrics$|.*\\.(?:ico|png|svg|webp|woff2|txt|xml|json|webmanifest)$).*)',
  ],
};
