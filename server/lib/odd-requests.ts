import type { IncomingMessage } from 'node:http';

/**
 * Next answers 500, a fault of ours, to what is the caller's: TRACE, and addresses whose percent signs make no text.
 * It takes a body to any page for a server action, keeps a copy for proxy.ts, and prints the whole address, one-time
 * keys included, when that grows too large. Before it sees them they become requests that it answers as they deserve.
 */
export function tameOddRequest(request: Pick<IncomingMessage, 'method' | 'url'>): void {
  const { method = 'GET', url = '/' } = request;
  const [path = '/'] = url.split('?', 1);
  // Route handlers take bodies, and in development Next's own tools.
  const takesBodies = /^\/(api|_next|__nextjs)/.test(path);
  if (method === 'TRACE' || method === 'TRACK' || !(takesBodies || bodyless.has(method))) {
    // A handler that knows GET only: 405.
    request.method = 'PUT';
    request.url = '/healthz';
  } else if (!isReadable(path)) {
    request.url = '/api/v1/unreadable';
  }
}
const bodyless: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

function isReadable(path: string): boolean {
  try {
    return !decodeURIComponent(path).includes('\0');
  } catch {
    return false;
  }
}
