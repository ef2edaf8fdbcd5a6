import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createLog } from './log.ts';
import {
  currentTraceparent,
  startRequestSpan,
  startTracing,
  stopTracing,
  withRemoteSpan,
  withSpan,
} from './tracing.ts';

interface ReceivedSpan {
  name: string;
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  status: { code?: number };
  attributes: { key: string }[];
}
let receiver: Server;
const received: { path: string; resource: { key: string }[]; spans: ReceivedSpan[] }[] = [];
const lines: string[] = [];
const log = createLog({ logLevel: 'info' }, 'script', { write: (line) => void lines.push(line) });
const spans = () => received.flatMap((batch) => batch.spans);
const span = (name: string) => spans().find((one) => one.name === name);

beforeAll(async () => {
  receiver = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { resourceSpans } = JSON.parse(Buffer.concat(chunks).toString());
      for (const { resource, scopeSpans } of resourceSpans) {
        received.push({ path: request.url ?? '', resource: resource.attributes, spans: scopeSpans[0].spans });
      }
      response.setHeader('content-type', 'application/json');
      response.end('{}');
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
});
afterAll(() => receiver.close());
afterEach(async () => {
  await stopTracing();
  received.length = 0;
});
const start = () => {
  const endpoint = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`;
  return startTracing({ tracing: { enabled: true, endpoint } }, 'worker', log);
};

describe('tracing', () => {
  it('sends nested spans to the OTLP endpoint, with the service in their resource', async () => {
    await start();
    await withSpan('job gifts.buy', { 'job.queue': 'gifts.buy' }, async () => {
      await withSpan('upstream telegram', {}, () => Promise.resolve());
    });
    await stopTracing();
    expect(received[0]).toMatchObject({ path: '/v1/traces' });
    expect(JSON.stringify(received[0]?.resource)).toContain('stardesk-worker');
    expect(span('upstream telegram')).toMatchObject({
      traceId: span('job gifts.buy')?.traceId,
      parentSpanId: span('job gifts.buy')?.spanId,
    });
  });
  it('marks the span of work that threw, without its message, and throws on', async () => {
    await start();
    await expect(withSpan('fails', {}, () => Promise.reject(new TypeError('secret inside')))).rejects.toThrow('secret');
    await stopTracing();
    expect(span('fails')).toMatchObject({ status: { code: 2 } });
    expect(JSON.stringify(received)).not.toContain('secret inside');
  });
  it('goes on with the trace of the request, of a proxy before it and of a job after it', async () => {
    await start();
    const outside = '00-11111111111111111111111111111111-2222222222222222-01';
    await new Promise<void>((resolve) =>
      setImmediate(async () => {
        const request = startRequestSpan(outside, { method: 'POST', requestId: 'a-request' });
        const carried = await withSpan('call', {}, () => currentTraceparent());
        await withRemoteSpan(carried, 'job', {}, () => {});
        request.end({ endpoint: '/api/trpc/me.get', status: 500 });
        resolve();
      }),
    );
    await stopTracing();
    expect(span('POST /api/trpc/me.get')).toMatchObject({
      traceId: '1'.repeat(32),
      parentSpanId: '2'.repeat(16),
      status: { code: 2 },
    });
    expect(span('job')).toMatchObject({ traceId: '1'.repeat(32), parentSpanId: span('call')?.spanId });
  });
  it('starts a trace of its own where the header is nonsense', async () => {
    await start();
    startRequestSpan('00-nonsense', { method: 'GET', requestId: 'x' }).end({ endpoint: '/', status: 200 });
    await stopTracing();
    expect(span('GET /')?.parentSpanId ?? '').toBe('');
  });
  it('does nothing and loads nothing while it is off, and says when only the endpoint is missing', async () => {
    await startTracing({ tracing: { enabled: false, endpoint: 'http://127.0.0.1:1' } }, 'web', log);
    expect(lines.join()).not.toContain('tracing.off');
    await startTracing({ tracing: { enabled: true, endpoint: null } }, 'web', log);
    expect(lines.join()).toContain('tracing.off');
    expect(await withSpan('free', {}, () => currentTraceparent())).toBeNull();
  });
  it('survives an endpoint that is not there', async () => {
    await startTracing({ tracing: { enabled: true, endpoint: 'http://127.0.0.1:1' } }, 'web', log);
    expect(await withSpan('kept', {}, () => 7)).toBe(7);
    await stopTracing();
  });
});
