import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { returnPath } from './return-path.ts';

describe('returnPath', () => {
  it.each(['/app', '/app/settings/sessions', '/app?x=1#y', '/setup'])('keeps %s', (path) => {
    expect(returnPath(path)).toBe(path);
  });

  it.each([
    'https://evil.example/app',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/\n//evil.example',
    '/.//evil.example',
    '/a/..//evil.example',
    'javascript:alert(1)',
    'app',
    '',
    '/login',
    '/login?next=/login',
    '/register',
    '/api/auth/signout',
    ['/app'],
    undefined,
    `/${'x'.repeat(600)}`,
  ])('refuses %j', (path) => {
    expect(returnPath(path)).toBeNull();
  });

  it('never leads to another host, whatever is typed', () => {
    const anything = fc.oneof(
      fc.string(),
      fc.webUrl(),
      fc.string({ unit: fc.constantFrom('/', '\\', '.', '\t', '\n', '@', ':', 'a', '%2f', '?', '#') }),
    );
    fc.assert(
      fc.property(anything, (text) => {
        const path = returnPath(`/${text}`);
        if (path === null) return;
        expect(new URL(path, 'http://127.0.0.1:3000').host).toBe('127.0.0.1:3000');
      }),
      { numRuns: 2000 },
    );
  });
});
