import { NextRequest } from 'next/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assembleWeb, useWeb } from '#/server/compose.web.ts';
import { testDatabase } from '#/tests/support/database.ts';
import { type Call, door } from './door.ts';

const { deps, clock, logLines } = await testDatabase();
const context = { params: Promise.resolve({}) };
const ask = (handler: ReturnType<typeof door>, init: RequestInit & { duplex?: 'half' } = {}) =>
  handler(
    new NextRequest('http://127.0.0.1:3000/api/x', init as ConstructorParameters<typeof NextRequest>[1]),
    context,
  );
const problem = async (response: Response) => ({ status: response.status, ...((await response.json()) as object) });

beforeAll(() => useWeb(assembleWeb(deps)));
afterAll(() => useWeb(null));

describe('door', () => {
  it('hands over the body, the language and one moment', async () => {
    let seen: Call | null = null;
    const handler = door(async (call) => {
      seen = call;
      return new Response(await call.request.text());
    });
    const headers = { 'accept-language': 'de, en;q=0.5', 'x-request-id': 'test-request' };
    const response = await ask(handler, { method: 'POST', body: 'привет', headers });
    expect(await response.text()).toBe('привет');
    expect(seen).toMatchObject({ locale: 'en', requestId: 'test-request', address: '127.0.0.1' });
  });
  it('refuses a body past the limit before the handler runs', async () => {
    const handler = door(() => expect.unreachable(), { bodyLimit: 10_240 });
    const response = await ask(handler, { method: 'POST', body: 'x'.repeat(10_241) });
    expect(await problem(response)).toMatchObject({ status: 413, code: 'body_too_large', params: { limit: '10 kB' } });
  });
  it('lets go of a caller who sends his body for ever', async () => {
    const stuck = new ReadableStream({ pull: () => new Promise(() => {}) });
    const asked = ask(
      door(() => expect.unreachable()),
      { method: 'POST', body: stuck, duplex: 'half' },
    );
    // The deadline is set once the handler has begun to read.
    await Promise.resolve();
    clock.setOffset(clock.offsetMs + 31_000);
    expect(await problem(await asked)).toMatchObject({ status: 400, code: 'invalid_input' });
  });
  it('answers a bug with nothing but the number under which it is logged', async () => {
    const response = await ask(
      door(() => {
        throw new Error('password is hunter2');
      }),
      { headers: { 'x-request-id': 'bug-number-1', 'accept-language': 'en' } },
    );
    const body = await response.text();
    expect(response.status).toBe(500);
    expect(body).toContain('bug-number-1');
    expect(body).not.toMatch(/hunter2|door\.test/);
    const line = logLines.map((text) => JSON.parse(text)).find(({ event }) => event === 'request.failed');
    expect(line).toMatchObject({ level: 'error', requestId: 'bug-number-1', err: { type: 'Error' } });
  });
  it('says that the database is away, and when to come again', async () => {
    const response = await ask(
      door(() => {
        throw Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
      }),
    );
    expect(response.headers.get('retry-after')).toBe('5');
    expect(await problem(response)).toMatchObject({ status: 503, code: 'unavailable' });
  });
  it('answers 503 while the configuration has faults, and tells strangers no more', async () => {
    useWeb(null);
    const response = await ask(door(() => expect.unreachable()));
    useWeb(assembleWeb(deps));
    expect(await problem(response)).toMatchObject({ status: 503, code: 'misconfigured', params: {} });
  });
});
