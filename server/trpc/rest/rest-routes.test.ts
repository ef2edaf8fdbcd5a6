import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchRoute, type RestRoute } from './rest-routes.ts';

const route = (method: string, template: string): RestRoute => ({
  method,
  template,
  procedure: `${method} ${template}`,
  type: method === 'GET' ? 'query' : 'mutation',
  input: null,
  repeatsSafely: false,
});
const routes = [
  route('GET', '/users/{userId}'),
  route('GET', '/users/me'),
  route('PATCH', '/users/me'),
  route('POST', '/users/{userId}/block'),
];
const match = (method: string, path: string) => matchRoute(method, path, routes);

describe('matchRoute', () => {
  it('finds a route and what its path says', () => {
    expect(match('POST', '/users/7/block')).toMatchObject({ kind: 'found', pathInput: { userId: '7' } });
    expect(match('GET', '/users/a%2Fb%20c')).toMatchObject({ kind: 'found', pathInput: { userId: 'a/b c' } });
  });
  it('prefers the written segment to the variable one', () => {
    expect(match('GET', '/users/me')).toMatchObject({ route: { template: '/users/me' } });
  });
  it('says what is allowed where the method is wrong', () => {
    expect(match('DELETE', '/users/me')).toEqual({ kind: 'wrong_method', allow: 'GET, PATCH' });
    expect(match('GET', '/users/7/block')).toEqual({ kind: 'wrong_method', allow: 'POST' });
  });
  it.each(['/', '', '/users', '/users/', '/users//block', '/users/%', '/users/%E0%A4%A', '/USERS/me', '/users/me/'])(
    'knows no %j',
    (path) => expect(match('GET', path)).toEqual({ kind: 'unknown' }),
  );
  it('answers whatever is asked', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.string(), (method, path) => !!match(method, path).kind));
  });
});
