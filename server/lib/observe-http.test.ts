import { createServer, get, request as httpRequest, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { MovableClock } from './clock.ts';
import { endpointNames } from './endpoint-names.ts';
import { createLog } from './log.ts';
import { metrics } from './metrics.ts';
import { observeHttp } from './observe-http.ts';
import { requestFacts } from './request-facts.ts';

let server: Server;
let stop: () => void;
let answer: (response: ServerResponse) => void;
const lines: string[] = [];
const events = () => lines.map((line) => JSON.parse(line) as Record<string, unknown>);

beforeAll(async () => {
  stop = observeHttp({
    log: createLog({ logLevel: 'debug' }, 'web', { write: (line) => void lines.push(line) }),
    clock: new MovableClock(),
    endpointName: endpointNames(['/app/[id]', '/setup', '/live'], ['icon.svg']),
    hasPublicUrl: true,
    responseHeaders: { 'strict-transport-security': 'max-age=1' },
  });
  server = createServer((_, response) => answer(response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  stop();
  server.close();
});
beforeEach(() => {
  lines.length = 0;
  metrics().registry.resetMetrics();
  answer = (response) => response.end('ok');
});

function fetchPath(path: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, { headers });
}
const logged = () => vi.waitFor(() => expect(events()).toHaveLength(1)).then(() => events()[0]);

describe('observeHttp', () => {
  it('counts a request under its template and writes one line about it', async () => {
    await fetchPath('/app/42');
    expect(await logged()).toMatchObject({
      event: 'request',
      endpoint: '/app/[id]',
      method: 'GET',
      status: 200,
      address: '127.0.0.1',
      ms: expect.any(Number),
      bytes: expect.any(Number),
    });
    const text = await metrics().registry.metrics();
    expect(text).toContain('stardesk_requests_total{endpoint="/app/[id]",method="GET",status="200"} 1');
    expect(text).toContain('stardesk_request_latency_seconds_count{endpoint="/app/[id]",method="GET",status="200"} 1');
  });
  it('takes a well-formed request id over, makes one otherwise, and gives it back', async () => {
    expect((await fetchPath('/setup', { 'x-request-id': 'deploy-check-17' })).headers.get('x-request-id')).toBe(
      'deploy-check-17',
    );
    for (const odd of ['short', 'a b c d e f g h', 'x'.repeat(65), '{"injected":true}']) {
      const given = (await fetchPath('/setup', { 'x-request-id': odd })).headers.get('x-request-id');
      expect(given).toMatch(/^[\w-]{36}$/);
    }
  });
  it('lets the code behind read the facts and tell who asked and what', async () => {
    answer = (response) => {
      const facts = requestFacts();
      if (!facts) throw new Error('no facts');
      facts.actorId = 'user-1';
      facts.endpoint = '/api/trpc/me.get';
      response.end(JSON.stringify(facts));
    };
    const facts = await (await fetchPath('/app/1', { 'x-request-id': 'facts-of-one' })).json();
    expect(facts).toMatchObject({ id: 'facts-of-one', isLoopback: true });
    expect(await logged()).toMatchObject({
      actorId: 'user-1',
      endpoint: '/api/trpc/me.get',
      requestId: 'facts-of-one',
    });
  });
  it('keeps the facts of requests side by side apart, on one connection too', async () => {
    answer = (response) => {
      const id = requestFacts()?.id;
      setImmediate(() => response.end(JSON.stringify({ id, later: requestFacts()?.id })));
    };
    const asked = Array.from({ length: 50 }, (_, index) => `request-${index}-0000`);
    const answered = await Promise.all(
      asked.map(async (id) => (await fetchPath('/setup', { 'x-request-id': id })).json()),
    );
    expect(answered).toEqual(asked.map((id) => ({ id, later: id })));
  });
  it('writes no query, no cookie, no header and no unknown path down', async () => {
    await fetchPath('/setup?key=one-time-secret', {
      cookie: 'session=cookie-secret',
      authorization: 'Bearer header-secret',
    });
    await fetchPath('/bot123:path-secret/x?y=1');
    await vi.waitFor(() => expect(events()).toHaveLength(2));
    expect(lines.join()).not.toMatch(/secret|bot123/);
    expect(events()[1]).toMatchObject({ endpoint: 'other' });
  });
  it('counts a live stream without letting its length spoil the latencies', async () => {
    answer = (response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(':\n\n');
    };
    const stop = new AbortController();
    const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/live`, {
      signal: stop.signal,
    });
    await response.body?.getReader().read();
    stop.abort();
    expect(await logged()).toMatchObject({ endpoint: '/live', status: 200, left: true });
    const text = await metrics().registry.metrics();
    expect(text).toContain('stardesk_requests_total{endpoint="/live",method="GET",status="200"} 1');
    expect(text).not.toContain('stardesk_request_latency_seconds_count{endpoint="/live"');
  });
  it('notes a caller who left before the answer as 499', async () => {
    let arrived = () => {};
    const received = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    answer = () => arrived();
    const leaving = get({ port: (server.address() as AddressInfo).port, path: '/setup' });
    leaving.on('error', () => {});
    await received;
    leaving.destroy();
    expect(await logged()).toMatchObject({ status: 499 });
  });
  it('adds the headers of every answer, and bounds odd methods', async () => {
    expect((await fetchPath('/icon.svg')).headers.get('strict-transport-security')).toBe('max-age=1');
    await new Promise<void>((resolve) => {
      const { port } = server.address() as AddressInfo;
      httpRequest({ port, path: '/setup', method: 'PROPFIND' }, (response) =>
        response.resume().on('end', resolve),
      ).end();
    });
    await vi.waitFor(() => expect(events()).toHaveLength(2));
    expect(events()).toMatchObject([{ level: 'debug', endpoint: 'static' }, { method: 'OTHER' }]);
  });
});
