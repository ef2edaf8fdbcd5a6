import { AsyncLocalStorage } from 'node:async_hooks';
import { isIP } from 'node:net';

/** What is known of the HTTP request under way. Written before Next sees the request (observe-http.ts). */
export interface RequestFacts {
  readonly id: string;
  /** The caller's network address, through the reverse proxy in front of us if there is one. */
  readonly address: string;
  /** Asked from this very machine, with no proxy between. */
  readonly isLoopback: boolean;
  /** A bounded name for metrics; the tRPC and REST doors know a better one than the path. */
  endpoint: string;
  actorId: string | null;
}

/** Next bundles instrumentation and routes apart: only globalThis is shared between them. */
const shared = globalThis as typeof globalThis & { stardeskRequests?: AsyncLocalStorage<RequestFacts> };
shared.stardeskRequests ??= new AsyncLocalStorage<RequestFacts>();
const requests = shared.stardeskRequests;

export function requestFacts(): RequestFacts | undefined {
  return requests.getStore();
}

/** For the rest of this request's asynchronous life. */
export function enterRequest(facts: RequestFacts): void {
  requests.enterWith(facts);
}

/** For tests, which call route handlers without an HTTP server. */
export function withRequest<Value>(facts: RequestFacts, work: () => Value): Value {
  return requests.run(facts, work);
}

/** The address that limits and the audit go by. Never read X-Forwarded-For elsewhere: Next fills it in itself. */
export function callerAddress(): string {
  return requestFacts()?.address ?? '127.0.0.1';
}

type Headers = Readonly<Record<string, string | string[] | undefined>>;
const proxyMarks = ['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'forwarded', 'via'];

/**
 * Whom to believe: the socket, unless it is a proxy of ours. A proxy is of ours when it speaks from this machine, or,
 * where PUBLIC_URL says that there is one, from a private network. Each proxy adds its caller at the END of the header.
 */
export function whoCalls(socketAddress: string | undefined, headers: Headers, hasPublicUrl: boolean) {
  const peer = (socketAddress ?? '').replace(/^::ffff:(?=\d+\.)/, '');
  const forwarded = String(headers['x-forwarded-for'] ?? '')
    .split(',')
    .at(-1)
    ?.trim();
  const proxyIsOurs = isLoopbackAddress(peer) || (hasPublicUrl && isPrivateAddress(peer));
  return {
    address: proxyIsOurs && forwarded && isIP(forwarded) ? forwarded : peer,
    // A page of another site can name this machine (DNS rebinding): then the Host header is that site's.
    isLoopback: isLoopbackAddress(peer) && !proxyMarks.some((mark) => mark in headers) && isLocalHost(headers.host),
  };
}

function isLoopbackAddress(address: string): boolean {
  return /^127\./.test(address) || address === '::1';
}
function isPrivateAddress(address: string): boolean {
  return /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|f[cd][0-9a-f]{2}:|fe80:)/i.test(address);
}
function isLocalHost(host: string | string[] | undefined): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?$/i.test(String(host ?? ''));
}
