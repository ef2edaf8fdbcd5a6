import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endpointNames, methodName } from './endpoint-names.ts';

const templates = ['/', '/app', '/app/gifts/[id]', '/api/v1/[...path]', '/docs/[[...page]]', '/healthz', '/a.b/[x]'];
const nameOf = endpointNames(templates, ['icon.svg', 'fonts']);

describe('endpointNames', () => {
  it('names a path by its template', () => {
    expect(nameOf('/')).toBe('/');
    expect(nameOf('/app/')).toBe('/app');
    expect(nameOf('/app/gifts/123')).toBe('/app/gifts/[id]');
    expect(nameOf('/app/gifts/1/2')).toBe('other');
    expect(nameOf('/api/v1/users/me')).toBe('/api/v1/[...path]');
    expect(nameOf('/docs')).toBe('/docs/[[...page]]');
    expect(nameOf('/docs/a/b')).toBe('/docs/[[...page]]');
    expect(nameOf('/aXb/1')).toBe('other');
  });
  it('gives files one name', () => {
    expect(['/_next/static/chunks/1.js', '/icon.svg', '/fonts/onest.woff2'].map(nameOf)).toEqual(
      Array(3).fill('static'),
    );
    expect(nameOf('/wp-login.php')).toBe('other');
  });
  it('never makes a name up, whatever is asked for', () => {
    const known = new Set([...templates, 'static', 'other']);
    fc.assert(fc.property(fc.webPath(), (path) => known.has(nameOf(path))));
    fc.assert(fc.property(fc.string(), (path) => known.has(nameOf(path))));
  });
});

it('names methods from a fixed list', () => {
  expect(['GET', 'POST', 'PROPFIND', undefined].map(methodName)).toEqual(['GET', 'POST', 'OTHER', 'OTHER']);
});
