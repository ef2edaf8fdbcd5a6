import { NextRequest } from 'next/server';
import { GET as authGet, POST as authPost } from '#/app/api/auth/[...nextauth]/route.ts';
import { GET as trpcGet, POST as trpcPost } from '#/app/api/trpc/[trpc]/route.ts';
import { withRequest } from '#/server/lib/request-facts.ts';

export interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
  readonly setCookies: readonly string[];
  readonly location: string | null;
}
interface Asking {
  readonly method?: 'GET' | 'POST';
  readonly body?: Record<string, unknown>;
  readonly form?: boolean;
  readonly headers?: Record<string, string>;
}

/** A browser without pages: the route handlers themselves, called with a cookie jar, from an address of choice. */
export class WebClient {
  readonly jar = new Map<string, string>();
  readonly address: string;
  userAgent = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36';
  constructor(address = '203.0.113.7') {
    this.address = address;
  }

  /** A second browser holding the same cookies: what a thief of a cookie has. */
  copy(): WebClient {
    const twin = new WebClient('198.51.100.66');
    for (const [name, value] of this.jar) twin.jar.set(name, value);
    return twin;
  }

  async signIn(login: string, password: string, headers?: Record<string, string>): Promise<Answer> {
    const csrfToken = await this.csrfToken();
    const fields = { csrfToken, login, password, callbackUrl: '/app', json: 'true' };
    return this.auth('callback/credentials', { method: 'POST', form: true, body: fields, ...(headers && { headers }) });
  }
  async openDemo(): Promise<Answer> {
    const body = { csrfToken: await this.csrfToken(), json: 'true' };
    return this.auth('callback/demo', { method: 'POST', form: true, body });
  }
  async signOut(): Promise<Answer> {
    return this.auth('signout', {
      method: 'POST',
      form: true,
      body: { csrfToken: await this.csrfToken(), json: 'true' },
    });
  }
  async csrfToken(): Promise<string> {
    return String((await this.auth('csrf')).body.csrfToken);
  }
  /** Whom next-auth's own session door sees; null: nobody. */
  async session(): Promise<string | null> {
    const { body } = await this.auth('session');
    return (body.user as { id?: string } | undefined)?.id ?? null;
  }
  auth(path: string, asking: Asking = {}): Promise<Answer> {
    const handler = asking.method === 'POST' ? authPost : authGet;
    const params = Promise.resolve({ nextauth: path.split('?')[0]?.split('/') ?? [] });
    return this.#ask(`/api/auth/${path}`, asking, (request) => handler(request, { params }));
  }

  /** A procedure over HTTP: its value, or `{ code, params }` of its failure. */
  async call(path: string, input?: unknown, kind: 'query' | 'mutation' = 'mutation', headers = {}) {
    const query = input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`;
    const isQuery = kind === 'query';
    const answer = await this.#ask(
      `/api/trpc/${path}${isQuery ? query : ''}`,
      {
        method: isQuery ? 'GET' : 'POST',
        headers,
        ...(!isQuery && { body: (input ?? {}) as Record<string, unknown> }),
      },
      (request) => (isQuery ? trpcGet : trpcPost)(request, { params: Promise.resolve({ trpc: path }) }),
    );
    const { result, error } = answer.body as { result?: { data: unknown }; error?: { data: { failure: unknown } } };
    return { status: answer.status, value: result?.data as never, failure: error?.data.failure as { code: string } };
  }

  async #ask(
    path: string,
    { method = 'GET', body, form, headers = {} }: Asking,
    handle: (request: NextRequest) => Promise<Response>,
  ): Promise<Answer> {
    const sent = form ? new URLSearchParams(body as Record<string, string>).toString() : JSON.stringify(body);
    const request = new NextRequest(`http://127.0.0.1:3000${path}`, {
      method,
      headers: {
        host: '127.0.0.1:3000',
        'user-agent': this.userAgent,
        ...(this.jar.size > 0 && { cookie: [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ') }),
        ...(method === 'POST' && {
          'content-type': form ? 'application/x-www-form-urlencoded' : 'application/json',
          'sec-fetch-site': 'same-origin',
        }),
        ...headers,
      },
      ...(method === 'POST' && { body: sent }),
    });
    const facts = { id: crypto.randomUUID(), address: this.address, isLoopback: false, endpoint: '', actorId: null };
    const response = await withRequest(facts, () => handle(request));
    const setCookies = response.headers.getSetCookie();
    for (const cookie of setCookies) this.#keep(cookie);
    const text = await response.text();
    const parsed = text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {};
    return { status: response.status, body: parsed, setCookies, location: response.headers.get('location') };
  }

  #keep(cookie: string): void {
    const [pair = ''] = cookie.split(';');
    const at = pair.indexOf('=');
    const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
    if (value === '' || /max-age=0\b/i.test(cookie)) this.jar.delete(name);
    else this.jar.set(name, value);
  }
}
