import { TRPCError } from '@trpc/server';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { describeFailure, toFailure } from './failures.ts';
import { failureError } from './init.ts';

const because = (code: TRPCError['code'], cause?: unknown) => new TRPCError({ code, cause });
const zodError = z.object({ a: z.object({ b: z.string() }), c: z.number() }).safeParse({ a: {} }).error;

describe('toFailure', () => {
  it('hands an expected failure on as it is', () => {
    expect(toFailure(failureError({ code: 'too_many_requests', params: { seconds: 7 } }))).toEqual({
      code: 'too_many_requests',
      params: { seconds: 7 },
    });
  });
  it('names the fields of bad input, and takes our own bad output for a bug', () => {
    expect(toFailure(because('BAD_REQUEST', zodError))).toEqual({
      code: 'invalid_input',
      params: { fields: 'a.b, c' },
    });
    expect(toFailure(because('INTERNAL_SERVER_ERROR', zodError))).toEqual({ code: 'unexpected' });
  });
  it('tells a database that is away, and a lost race, from a bug', () => {
    const away = Object.assign(new Error('x'), { code: 'ECONNREFUSED' });
    expect(toFailure(because('INTERNAL_SERVER_ERROR', away))).toEqual({ code: 'unavailable' });
    expect(toFailure(because('INTERNAL_SERVER_ERROR', Object.assign(new Error('x'), { code: 'P2034' })))).toEqual({
      code: 'conflict',
    });
    expect(toFailure(because('INTERNAL_SERVER_ERROR', new TypeError('x')))).toEqual({ code: 'unexpected' });
  });
  it('has a word for what the transport refuses', () => {
    const codes = (
      ['NOT_FOUND', 'METHOD_NOT_SUPPORTED', 'PAYLOAD_TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE', 'PARSE_ERROR'] as const
    ).map((code) => toFailure(because(code)));
    expect(codes.map(({ code }) => code)).toEqual([
      'not_found',
      'method_not_allowed',
      'body_too_large',
      'unsupported_media_type',
      'invalid_input',
    ]);
    for (const failure of codes) expect(describeFailure(failure, 'en', 'r')).not.toMatch(/[{}]|errors\./);
  });
});
