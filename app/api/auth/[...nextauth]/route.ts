import { isCrossSite } from '#/server/trpc/cross-site.ts';
import { answerSignIn, authFailure } from '../../../_server/auth-answers.ts';
import { authOptions, nothingYet } from '../../../_server/auth-options.ts';
import { type Call, door, type RouteContext } from '../../../_server/door.ts';
import { runNextAuth } from '../../../_server/next-auth-handler.ts';
import { authCookieNames, parseCookies, shownSession } from '../../../_server/session-cookie.ts';

const bodyLimit = 16_384;

/** next-auth's doors that exist here; the others (its pages, its log of what strangers send) do not. */
function isOpen(method: string, action: string, provider: string | null, isDemo: boolean): boolean {
  if (method === 'POST' && action === 'callback') return provider === 'credentials' || (isDemo && provider === 'demo');
  if (provider !== null) return false;
  return method === 'POST'
    ? action === 'signout'
    : ['csrf', 'session', 'providers', 'signin', 'error'].includes(action);
}

async function authenticate(call: Call, { params }: RouteContext): Promise<Response> {
  const { request, web } = call;
  const { config } = web.deps;
  const [action = '', provider = null, ...more] = [(await params).nextauth ?? []].flat();
  const { method } = request;
  if (more.length > 0 || !isOpen(method, action, provider, config.mode === 'demo')) {
    return authFailure({ code: 'not_found' }, call);
  }
  if (isCrossSite(request, config.http.publicUrl)) return authFailure({ code: 'cross_site' }, call);
  const body = method === 'POST' ? readFields(call) : {};
  if (!body) return authFailure({ code: 'invalid_input', params: { fields: 'body' } }, call);

  const outcome = nothingYet();
  const cookie = request.headers.get('cookie');
  const answer = await runNextAuth(
    {
      action,
      provider,
      method,
      headers: request.headers,
      cookies: withoutOddAddress(parseCookies(cookie), authCookieNames(config).callbackUrl),
      query: withoutOddAddress(Object.fromEntries(request.nextUrl.searchParams), 'callbackUrl'),
      // Always JSON back: where to go next is for the page that asked.
      body: { ...body, ...(method === 'POST' && { json: 'true' }) },
    },
    authOptions(call, { origin: originOf(request), shown: await shownSession(config, cookie), outcome }),
  );
  return answerSignIn(call, answer, outcome, { isForm: isPlainForm(request, body) });
}

/** next-auth takes an address that is none for a fault of its configuration, a 500. */
function withoutOddAddress(texts: Record<string, string>, name: string): Record<string, string> {
  const { [name]: address, ...others } = texts;
  const isAddress = address !== undefined && URL.canParse(address, address.startsWith('/') ? 'http://x' : undefined);
  return isAddress && /^(https?:|\/)/i.test(address) ? texts : others;
}

/** A form or JSON of plain texts. */
function readFields({ request, body }: Call): Record<string, string> | null {
  const text = body.toString('utf8');
  const type = request.headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase();
  if (type === 'application/x-www-form-urlencoded') return Object.fromEntries(new URLSearchParams(text));
  if (type !== 'application/json') return null;
  try {
    const fields: unknown = JSON.parse(text);
    if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) return null;
    return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value)]));
  } catch {
    return null;
  }
}

/** Posted by a page without scripts, which wants to be sent somewhere. */
function isPlainForm({ method, headers }: Request, body: Record<string, string>): boolean {
  return method === 'POST' && body.json !== 'true' && !headers.get('content-type')?.includes('json');
}

/** How the browser calls us: whatever host we stand behind, no variable says it. */
function originOf(request: Call['request']): string {
  const { headers, nextUrl } = request;
  const origin = headers.get('origin');
  if (origin && URL.canParse(origin)) return new URL(origin).origin;
  const protocol = headers.get('x-forwarded-proto')?.split(',')[0]?.trim() || nextUrl.protocol.replace(':', '');
  return `${protocol === 'https' ? 'https' : 'http'}://${headers.get('host') ?? nextUrl.host}`;
}

const handler = door(authenticate, { bodyLimit, refuse: authFailure });

export { handler as GET, handler as POST };
