import type { NextApiRequest, NextApiResponse } from 'next';
import NextAuth, { type AuthOptions } from 'next-auth';

/** What next-auth answered. */
export interface NextAuthAnswer {
  readonly statusCode: number;
  readonly headers: Headers;
  readonly body: unknown;
  /** Where it would send the browser. */
  readonly redirect: string | null;
}

type Handle = (request: NextApiRequest, response: NextApiResponse, options: AuthOptions) => Promise<void>;
// A CommonJS package: bundlers hand over its default, plain Node the whole module.
const handle: Handle = ((NextAuth as { default?: unknown }).default ?? NextAuth) as Handle;

/**
 * Runs next-auth through the form of its API that takes a request and a response as plain objects. Its other form reads
 * Next's request from the air and leaves neither its body bounded nor its answer to us.
 */
export async function runNextAuth(
  asked: {
    readonly action: string;
    readonly provider: string | null;
    readonly method: string;
    readonly headers: Headers;
    readonly cookies: Record<string, string>;
    readonly query: Record<string, string>;
    readonly body: Record<string, string>;
  },
  options: AuthOptions,
): Promise<NextAuthAnswer> {
  const { action, provider, method, query, body, cookies } = asked;
  const response = new Collected();
  const nextauth = provider ? [action, provider] : [action];
  const headers = Object.fromEntries(asked.headers);
  const request = { method, headers, cookies, query: { ...query, nextauth }, body };
  await handle(request as unknown as NextApiRequest, response as unknown as NextApiResponse, options);
  return response;
}

/** The part of Next's response that next-auth uses. */
class Collected implements NextAuthAnswer {
  statusCode = 200;
  readonly headers = new Headers();
  body: unknown = null;

  get redirect(): string | null {
    return this.headers.get('location') ?? (this.body as { url?: string } | null)?.url ?? null;
  }
  status(code: number): this {
    this.statusCode = code;
    return this;
  }
  getHeader(name: string): string | string[] | undefined {
    return name.toLowerCase() === 'set-cookie' ? this.headers.getSetCookie() : (this.headers.get(name) ?? undefined);
  }
  setHeader(name: string, value: string | readonly string[]): this {
    this.headers.delete(name);
    for (const one of typeof value === 'string' ? [value] : value) this.headers.append(name, one);
    return this;
  }
  json(body: unknown): void {
    this.body = body;
  }
  send(body: unknown): void {
    this.body = body;
  }
  end(): void {}
}
