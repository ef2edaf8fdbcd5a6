import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { restInput } from './rest-input.ts';
import type { RestRoute } from './rest-routes.ts';

const input = z.object({
  id: z.string().max(9),
  limit: z.number().default(50),
  all: z.boolean().optional(),
  amount: z.bigint().nullable(),
  tags: z.array(z.string().max(9)).max(5).optional(),
  page: z.coerce.number().optional(),
});
const route: RestRoute = { method: 'GET', template: '/x', procedure: 'x', type: 'query', input, repeatsSafely: false };
const fromQuery = (query: string, schema: z.ZodType | null = input) =>
  restInput({ ...route, input: schema }, {}, new URLSearchParams(query), Buffer.alloc(0));
const fromBody = (body: string, pathInput: Record<string, string> = {}) =>
  restInput({ ...route, method: 'POST' }, pathInput, new URLSearchParams('limit=3'), Buffer.from(body));

describe('a query', () => {
  it('becomes what the schema wants', () => {
    expect(fromQuery('id=7&limit=20&all=false&amount=900719925474099312&tags=a')).toEqual({
      ok: true,
      value: { id: '7', limit: 20, all: false, amount: 900719925474099312n, tags: ['a'] },
    });
  });
  it('leaves for the schema to refuse what it cannot be', () => {
    expect(fromQuery('limit=1e9&all=yes&amount=1.5&limit2=Infinity')).toEqual({
      ok: true,
      value: { limit: '1e9', all: 'yes', amount: '1.5', limit2: 'Infinity' },
    });
    expect(fromQuery('id=1&id=2')).toMatchObject({ value: { id: ['1', '2'] } });
  });
  it('is no way to the insides of objects', () => {
    const { value } = fromQuery('__proto__=x&constructor=y&toString=z') as { value: Record<string, unknown> };
    expect(Object.keys(value)).toEqual(['__proto__', 'constructor', 'toString']);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });
  it('changes no schema: the other doors read as strictly as before', () => {
    fromQuery('all=true&limit=5');
    expect(input.safeParse({ id: 'x', limit: '5', amount: null }).success).toBe(false);
  });
  it('gives nothing to a call that takes nothing', () => {
    expect(fromQuery('', null)).toEqual({ ok: true, value: undefined });
    expect(fromQuery('odd=1', null)).toEqual({ ok: true, value: undefined });
  });
});

describe('a body', () => {
  it('is taken as it is, without the query, and cannot rename what the path names', () => {
    expect(fromBody('{"id":"other","n":1}', { id: 'mine' })).toEqual({ ok: true, value: { id: 'mine', n: 1 } });
  });
  it.each(['[]', '7', 'null', '"x"', '{', '{"a":"\\u0000"}', '{"\\ud800":1}'])('is refused when it is %s', (body) => {
    expect(fromBody(body)).toMatchObject({ ok: false, failure: { code: 'invalid_input' } });
  });
  it('may be left out', () => {
    expect(fromBody('', { id: '1' })).toEqual({ ok: true, value: { id: '1' } });
  });
});
