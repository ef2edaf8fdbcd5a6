import type { IncomingMessage } from 'node:http';

/**
 * Next answers 500, a fault of ours, to what is the caller's: TRACE, and addresses whose percent signs make no text.
 * Before it sees them they become requests that it answers as they deserve: 405 and 404.
 */
export function tameOddRequest(request: Pick<IncomingMessage, 'method' | 'url'>): void {
  const [path = '/'] = (request.url ?? '/').split('?', 1);
  if (request.method === 'TRACE' || request.method === 'TRACK') {
    // A handler that knows GET only.
    request.method = 'PUT';
    request.url = '/healthz';
  } else if (!isReadable(path)) {
    request.url = '/api/v1/unreadable';
  }
}

function isReadable(path: string): boolean {
  try {
    return !decodeURIComponent(path).includes('\0');
  } catch {
    return false;
  }
}
