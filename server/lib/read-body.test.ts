import { describe, expect, it } from 'vitest';
import { readBody } from './read-body.ts';

/** Endless, and says how much of it was taken. */
function endlessRequest(headers: Record<string, string>) {
  const taken = { chunks: 0, cancelled: false };
  const body = new ReadableStream({
    pull(controller) {
      taken.chunks++;
      controller.enqueue(new Uint8Array(1024));
    },
    cancel() {
      taken.cancelled = true;
    },
  });
  const request = new Request('http://desk.example/', { method: 'POST', headers, body, duplex: 'half' } as RequestInit);
  return { request, taken };
}

describe('readBody', () => {
  it('reads a body up to the very limit', async () => {
    const request = new Request('http://desk.example/', { method: 'POST', body: 'x'.repeat(2048) });
    expect(await readBody(request, 2048)).toMatchObject({ ok: true, value: Buffer.from('x'.repeat(2048)) });
  });
  it.each<Record<string, string>>([{}, { 'content-length': '10' }])(
    'stops an endless body soon after the limit, with headers %j',
    async (headers) => {
      const { request, taken } = endlessRequest(headers);
      expect(await readBody(request, 10_240)).toEqual({
        ok: false,
        failure: { code: 'body_too_large', params: { limit: '10 kB' } },
      });
      expect(taken.cancelled).toBe(true);
      expect(taken.chunks).toBeLessThan(15);
    },
  );
  it('reads nothing when the length said is already too much', async () => {
    const { request, taken } = endlessRequest({ 'content-length': '2000000' });
    expect(await readBody(request, 1_048_576)).toMatchObject({ ok: false });
    expect(taken.chunks).toBeLessThan(3);
  });
  it('takes no body for an empty one', async () => {
    expect(await readBody(new Request('http://desk.example/'), 1)).toMatchObject({ ok: true, value: Buffer.alloc(0) });
  });
});
