import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeBlockReader, type StreamBlock } from './event-stream.ts';
import { LiveConnection, type LiveNews } from './live-connection.ts';

/** A server on the other end: each call is a stream that the test writes into. */
function fakeServer() {
  const calls: { headers: Record<string, string>; write(text: string): void; end(): void }[] = [];
  let refusal: Response | null = null;
  const get = (async (_url: string, init: RequestInit) => {
    if (refusal) return refusal;
    let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
    const body = new ReadableStream<Uint8Array>({
      start(made) {
        controller = made;
        init.signal?.addEventListener('abort', () => made.error(init.signal?.reason));
      },
    });
    calls.push({
      headers: init.headers as Record<string, string>,
      write: (text) => controller?.enqueue(new TextEncoder().encode(text)),
      end: () => controller?.close(),
    });
    return new Response(body);
  }) as typeof fetch;
  return { calls, get, refuse: (with_: Response | null) => void (refusal = with_) };
}
const settle = () => vi.advanceTimersByTimeAsync(0);
const event = (id: string, place: string, n = 1) =>
  `id: ${place}\ndata: {"id":"${id}","topic":"test.happened","payload":{"n":${n}}}\n\n`;

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('the page’s live connection', () => {
  it('tells each event once, and continues where it was after a cut', async () => {
    const server = fakeServer();
    const news: LiveNews[] = [];
    const connection = new LiveConnection({ url: '/api/live', place: 'p0', fetch: server.get });
    connection.listen((one) => news.push(one));
    await settle();
    expect(server.calls[0]?.headers).toMatchObject({ 'last-event-id': 'p0' });
    server.calls[0]?.write(`event: ready\nid: p1\ndata: {}\n\n${event('1', 'p1')}${event('2', 'p2')}`);
    await settle();
    expect(connection.state.kind).toBe('live');
    server.calls[0]?.end();
    await settle();
    expect(connection.state.kind).toBe('lost');
    await vi.advanceTimersByTimeAsync(1_500);
    expect(server.calls[1]?.headers).toMatchObject({ 'last-event-id': 'p2' });
    server.calls[1]?.write(`${event('2', 'p2')}${event('3', 'p3')}event: ready\nid: p3\ndata: {}\n\n`);
    await settle();
    expect(news.map((one) => one.kind)).toEqual(['event', 'event', 'event']);
  });

  it('asks for everything anew when it began without a place or the server says so', async () => {
    const server = fakeServer();
    const news: LiveNews[] = [];
    new LiveConnection({ url: '/api/live', fetch: server.get }).listen((one) => news.push(one));
    await settle();
    server.calls[0]?.write('event: ready\nid: p1\ndata: {}\n\n');
    await settle();
    expect(news).toEqual([{ kind: 'reset' }]);
    server.calls[0]?.write('event: reset\nid: p2\ndata: {}\n\n');
    await settle();
    expect(news).toHaveLength(2);
  });

  it('waits longer with each failure, says when it tries again, and tries at once when the network is back', async () => {
    const server = fakeServer();
    server.refuse(new Response('', { status: 503 }));
    const connection = new LiveConnection({ url: '/api/live', fetch: server.get });
    connection.listen(() => {});
    await settle();
    const firstWaitMs = connection.state.kind === 'lost' ? connection.state.retryAtMs - Date.now() : 0;
    await vi.advanceTimersByTimeAsync(firstWaitMs + 1);
    const secondWaitMs = connection.state.kind === 'lost' ? connection.state.retryAtMs - Date.now() : 0;
    expect(firstWaitMs).toBeGreaterThan(700);
    expect(secondWaitMs).toBeGreaterThan(firstWaitMs);
    server.refuse(null);
    connection.resume();
    await settle();
    server.calls[0]?.write('event: ready\nid: p1\ndata: {}\n\n');
    await settle();
    expect(connection.state.kind).toBe('live');
  });

  it('waits as long as a server asks that has too many streams', async () => {
    const server = fakeServer();
    server.refuse(new Response('', { status: 429, headers: { 'retry-after': '30' } }));
    const connection = new LiveConnection({ url: '/api/live', fetch: server.get });
    connection.listen(() => {});
    await settle();
    expect(connection.state).toEqual({ kind: 'lost', retryAtMs: Date.now() + 30_000 });
  });

  it.each(['a refusal', 'a last word'])('stops for good after %s that means signed out', async (how) => {
    const server = fakeServer();
    if (how === 'a refusal') server.refuse(new Response('', { status: 401 }));
    const connection = new LiveConnection({ url: '/api/live', fetch: server.get });
    connection.listen(() => {});
    await settle();
    server.calls[0]?.write('event: ended\ndata: {}\n\n');
    await settle();
    expect(connection.state.kind).toBe('ended');
    await vi.advanceTimersByTimeAsync(120_000);
    connection.resume();
    expect(server.calls.length).toBeLessThanOrEqual(1);
  });

  it('takes a line that is silent for too long for dead', async () => {
    const server = fakeServer();
    const connection = new LiveConnection({ url: '/api/live', fetch: server.get });
    connection.listen(() => {});
    await settle();
    server.calls[0]?.write('event: ready\nid: p1\ndata: {}\n\n');
    await vi.advanceTimersByTimeAsync(30_000);
    server.calls[0]?.write(': beat\nid: p2\n\n');
    await vi.advanceTimersByTimeAsync(30_000);
    expect(connection.state.kind).toBe('live');
    await vi.advanceTimersByTimeAsync(11_000);
    expect(connection.state.kind).toBe('lost');
    await vi.advanceTimersByTimeAsync(1_500);
    expect(server.calls[1]?.headers).toMatchObject({ 'last-event-id': 'p2' });
  });

  it('lets go while the page is hidden and when nobody listens, and comes back to where it was', async () => {
    const server = fakeServer();
    const connection = new LiveConnection({ url: '/api/live', fetch: server.get });
    const leave = connection.listen(() => {});
    await settle();
    server.calls[0]?.write('event: ready\nid: p1\ndata: {}\n\n');
    await settle();
    connection.pause();
    await vi.advanceTimersByTimeAsync(600_000);
    expect(server.calls).toHaveLength(1);
    connection.resume();
    await settle();
    expect(server.calls[1]?.headers).toMatchObject({ 'last-event-id': 'p1' });
    leave();
    await vi.advanceTimersByTimeAsync(600_000);
    expect(server.calls).toHaveLength(2);
  });
});

describe('the reader of an event stream', () => {
  it('finds the same blocks however the bytes were cut', () => {
    const text = ': hello\n\nid: 7\r\nevent: ready\r\ndata: {}\r\n\r\nid: 8\ndata: {"a":\ndata: 1}\n\n';
    const whole: StreamBlock[] = [];
    makeBlockReader((block) => whole.push(block))(text);
    expect(whole).toEqual([
      { id: null, event: 'message', data: null },
      { id: '7', event: 'ready', data: '{}' },
      { id: '8', event: 'message', data: '{"a":\n1}' },
    ]);
    const pieces: StreamBlock[] = [];
    const read = makeBlockReader((block) => pieces.push(block));
    for (const letter of text.replaceAll('\r\n', '\n')) read(letter);
    expect(pieces).toEqual(whole);
  });
});
