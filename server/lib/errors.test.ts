import { expect, expectTypeOf, it } from 'vitest';
import { fail, type Result, succeed } from './errors.ts';

it('makes a success with or without a value', () => {
  expect(succeed(5)).toEqual({ ok: true, value: 5 });
  expect(succeed()).toEqual({ ok: true, value: undefined });
});

it('makes a failure of a code, with the numbers its sentence needs and nothing else', () => {
  expect(fail('conflict')).toEqual({ ok: false, failure: { code: 'conflict' } });
  expect(fail('too_many_requests', { seconds: 30 })).toEqual({
    ok: false,
    failure: { code: 'too_many_requests', params: { seconds: 30 } },
  });
});

it('lets a caller see only the failures that its callee names', () => {
  const answer = (): Result<number, 'not_found' | 'conflict'> => fail('not_found');
  const result = answer();
  if (!result.ok) expectTypeOf(result.failure.code).toEqualTypeOf<'not_found' | 'conflict'>();
  expect(result.ok).toBe(false);
});
