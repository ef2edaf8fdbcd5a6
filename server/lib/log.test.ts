import { describe, expect, it } from 'vitest';
import { createLog } from './log.ts';
import { Secret } from './secret.ts';

function logged(write: (log: ReturnType<typeof createLog>) => void, logLevel: 'info' | 'warn' = 'info') {
  const lines: string[] = [];
  write(createLog({ logLevel }, 'web', { write: (line) => void lines.push(line) }));
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('createLog', () => {
  it('writes one JSON object a line with time, level, role and what it was given', () => {
    const [line] = logged((log) => log.info({ event: 'request', ms: 5, amount: 12n }, 'done'));
    expect(line).toMatchObject({ level: 'info', role: 'web', event: 'request', ms: 5, amount: 12, msg: 'done' });
    expect(line?.time).toMatch(/^\d{4}-\d\d-\d\dT/);
  });
  it('is silent below its level', () => {
    expect(logged((log) => log.info({ event: 'request' }), 'warn')).toEqual([]);
  });
});

describe('redaction', () => {
  const names = [
    'password',
    'botToken',
    'SECRETKEY',
    'Cookie',
    'set-cookie',
    'authorization',
    'initData',
    'phone',
    'code',
  ];
  it.each(names)('masks %s, wherever in the event it lies', (name) => {
    const [line] = logged((log) =>
      log.info({ [name]: 'hunter2', a: { [name]: 'hunter2', b: [{ c: { [name]: 'hunter2' } }] } }),
    );
    expect(JSON.stringify(line)).not.toContain('hunter2');
    expect(line).toMatchObject({ [name]: '[secret]', a: { [name]: '[secret]' } });
  });
  it('masks a Secret under any name', () => {
    const [line] = logged((log) => log.info({ note: new Secret('hunter2'), a: { note: new Secret('hunter2') } }));
    expect(line).toMatchObject({ note: '[secret]', a: { note: '[secret]' } });
  });
  it('masks what a library hung on its error, and keeps the error itself with its code', () => {
    const error = Object.assign(new Error('refused', { cause: new Error('deeper') }), {
      code: 'ECONNREFUSED',
      request: { headers: { authorization: 'hunter2' } },
    });
    const [line] = logged((log) => log.error({ err: error }));
    expect(JSON.stringify(line)).not.toContain('hunter2');
    expect(line).toMatchObject({
      err: { type: 'Error', code: 'ECONNREFUSED', stack: expect.stringContaining('refused') },
    });
  });
  it('masks in child loggers too, and survives what refers to itself', () => {
    const loop: Record<string, unknown> = { password: 'hunter2' };
    loop.again = loop;
    const lines = logged((log) => log.child({ requestId: 'r1' }).info({ loop }));
    expect(JSON.stringify(lines)).not.toContain('hunter2');
    expect(lines[0]).toMatchObject({ requestId: 'r1' });
  });
});
