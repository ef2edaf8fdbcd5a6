import { expect, it } from 'vitest';
import { tameOddRequest } from './odd-requests.ts';

const tamed = (method: string, url: string) => {
  const request = { method, url };
  tameOddRequest(request);
  return `${request.method} ${request.url}`;
};

it('turns what Next would take for its own fault into what it answers with 405 and 404', () => {
  for (const method of ['TRACE', 'POST', 'DELETE', 'PROPFIND'])
    expect(tamed(method, '/app?key=x')).toBe('PUT /healthz');
  expect(tamed('TRACE', '/api/v1/me')).toBe('PUT /healthz');
  for (const odd of ['/app%', '/api/v1/me%ff', '/admin/users/%E0%A4%A', '/x%00y']) {
    expect(tamed('GET', odd)).toBe('GET /api/v1/unreadable');
  }
});

it('leaves every other request as it is', () => {
  for (const fine of ['/', '/app/%D0%B6', '/a%2Fb?x=%', '/?%ff', '*']) expect(tamed('GET', fine)).toBe(`GET ${fine}`);
  for (const fine of ['/api/trpc/x', '/api/telegram/webhook']) expect(tamed('POST', fine)).toBe(`POST ${fine}`);
});
