import { describe, expect, it } from 'vitest';
import { describeError } from './describe-error.ts';
import { createLog } from './log.ts';

describe('describeError', () => {
  it('keeps what helps: type, words, code, where, and what was behind it', () => {
    const error = Object.assign(new TypeError('no answer', { cause: new Error('connect refused') }), {
      code: 'ECONNREFUSED',
    });
    expect(describeError(error)).toMatchObject({
      type: 'TypeError',
      message: 'no answer',
      code: 'ECONNREFUSED',
      stack: expect.stringContaining('describe-error.test.ts'),
      cause: { message: 'connect refused' },
    });
    expect(describeError('thrown text')).toEqual({ type: 'string', message: 'thrown text' });
  });
  it('keeps nothing that a library hung on it', () => {
    const error = Object.assign(new Error('duplicate key'), {
      detail: 'Key (login)=(anna@desk.example)',
      error: new Error('https://api.telegram.org/bot123:secret'),
      parameters: ['hunter2'],
    });
    expect(JSON.stringify(describeError(error))).not.toMatch(/anna|bot123|hunter2/);
  });
  it.each([
    'request to https://api.telegram.org/bot7000000001:AAcanary-canary-canary-canary-x/getMe failed',
    'connect postgresql://desk:canary@db:5432/desk',
    'GET https://desk.example/setup?key=canary',
    'authorization: Bearer canary',
    'header tma user=canary&hash=1',
    'key sd_canarycanarycanarycanarycanarycanary was refused',
    'token eyJhbGciOiJkaXIi.canary.canary',
    'hash $argon2id$v=19$canary',
    'invalid input syntax for type uuid: "canary canary canary canary"',
    'sealed v1.abcd1234.canary.canary',
  ])('masks the secret in %j', (message) => {
    expect(JSON.stringify(describeError(new Error(message, { cause: new Error(message) })))).not.toContain('canary');
  });
  it('leaves out the call that Prisma quotes', () => {
    const error = new Error(
      'Invalid `db.user.create()` invocation:\n\n{ data: { password: "canary" } }\n\nArgument `login` is missing.',
    );
    error.name = 'PrismaClientValidationError';
    const told = describeError(error);
    expect(told.message).toBe('Argument `login` is missing.');
    expect(JSON.stringify(told)).not.toContain('canary');
  });
  it('is all that the log says of an error, in its message too', () => {
    const lines: string[] = [];
    const log = createLog({ logLevel: 'info' }, 'script', { write: (line) => void lines.push(line) });
    const error = new Error('token 7000000001:AAcanary-canary-canary-canary-x is bad');
    log.error({ event: 'failed', err: error });
    log.error(error);
    log.error({ err: error }, 'in our words');
    expect(lines.map((line) => JSON.parse(line).msg)).toEqual([
      'token [secret] is bad',
      'token [secret] is bad',
      'in our words',
    ]);
    expect(lines.join()).not.toContain('canary');
  });
  it('ends where causes go in a circle', () => {
    const error = new Error('circle');
    error.cause = error;
    expect(JSON.stringify(describeError(error)).length).toBeLessThan(20_000);
  });
});
