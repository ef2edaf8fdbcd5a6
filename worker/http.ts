import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type MetricsProbe, renderMetrics } from '#/server/lib/metrics.ts';

/** What the worker's own little server tells. It is there from the first moment, also with a faulty configuration. */
export interface Telling {
  /** Null: as it should be. Else why not, for the operator. */
  whyNotReady(): Promise<object | null>;
  /** Null: no metrics are given. */
  metricsProbes(): readonly MetricsProbe[] | null;
}

/** On 127.0.0.1 and a port that is free: `worker_beats` says which. Nobody from outside asks a worker. */
export async function startHttp(telling: Telling): Promise<{ port: number; stop(): Promise<void> }> {
  const server = createServer((request, response) => {
    const [path] = (request.url ?? '/').split('?', 1);
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    // A page of another site can name this machine: then the Host header is that site's.
    const isLocal = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(request.headers.host ?? '');
    answer(isRead && isLocal ? (path ?? '') : '', response, telling).catch(() => {
      if (!response.headersSent) send(response, 500, 'not ok');
      else response.destroy();
    });
  });
  server.requestTimeout = 10_000;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    async stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function answer(path: string, response: ServerResponse, telling: Telling): Promise<void> {
  if (path === '/healthz') return send(response, 200, 'ok');
  if (path === '/readyz') {
    const why = await telling.whyNotReady();
    return send(response, why ? 503 : 200, JSON.stringify({ ready: why === null, ...why }), 'application/json');
  }
  const probes = path === '/metrics' ? telling.metricsProbes() : null;
  if (!probes) return send(response, 404, 'not found');
  send(response, 200, await renderMetrics(probes), 'text/plain; version=0.0.4');
}

function send(response: ServerResponse, status: number, text: string, type = 'text/plain'): void {
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' });
  response.end(text);
}
