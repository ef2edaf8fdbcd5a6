import { describe, expect, it } from 'vitest';
import { isCrossSite } from './cross-site.ts';

const crossSite = (headers: Record<string, string>, publicUrl: string | null = null, method = 'POST') =>
  isCrossSite(
    new Request('http://127.0.0.1:3000/api/trpc/x', { method, headers: { host: '127.0.0.1:3000', ...headers } }),
    publicUrl,
  );

describe('isCrossSite', () => {
  it('lets our own pages through', () => {
    expect(crossSite({ 'sec-fetch-site': 'same-origin', origin: 'http://127.0.0.1:3000' })).toBe(false);
    expect(crossSite({ 'sec-fetch-site': 'same-origin' }, null, 'GET')).toBe(false);
    expect(crossSite({ origin: 'http://127.0.0.1:3000' })).toBe(false);
    expect(crossSite({ 'sec-fetch-site': 'none' }, null, 'GET')).toBe(false);
  });
  it('knows itself by PUBLIC_URL where a proxy changes the Host', () => {
    const headers = { origin: 'https://desk.example', 'sec-fetch-site': 'same-origin', host: 'web:3000' };
    expect(crossSite(headers, 'https://desk.example')).toBe(false);
    expect(crossSite(headers)).toBe(true);
  });
  it.each([
    [{ 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }],
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ origin: 'https://evil.example' }],
    [{ origin: 'null' }],
    [{ origin: 'http://127.0.0.1:3001' }],
    [{ 'sec-fetch-site': 'same-site' }],
    [{ 'sec-fetch-site': 'same-site', origin: 'https://shop.desk.example' }],
    // What a page can say of itself does not outweigh the other.
    [{ 'sec-fetch-site': 'same-origin', origin: 'https://evil.example' }],
    [{ 'sec-fetch-site': 'something-new' }],
  ])('stops %j', (headers) => {
    expect(crossSite(headers as Record<string, string>, 'https://desk.example')).toBe(true);
  });
  it('lets programs through that bring their own proof, and programs that are no browser', () => {
    const fromTelegram = { 'sec-fetch-site': 'cross-site', origin: 'https://web.telegram.org' };
    expect(crossSite({ ...fromTelegram, authorization: 'tma query_id=1' })).toBe(false);
    expect(crossSite({ ...fromTelegram, authorization: 'Bearer sd_key' })).toBe(false);
    expect(crossSite({})).toBe(false);
  });
  it('is not fooled by an Authorization without a proof', () => {
    for (const authorization of ['', 'Basic Zm9vOmJhcg==', 'tma ', 'Bearer']) {
      expect(crossSite({ 'sec-fetch-site': 'cross-site', authorization })).toBe(true);
    }
  });
});
