import { expect, it } from 'vitest';
import { NeverLeft, neverLeftUs } from './upstream-answer.ts';

it('knows a connection that never came about, however it is wrapped', () => {
  const refused = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });
  const reset = Object.assign(new Error('reset'), { code: 'ECONNRESET' });
  expect(neverLeftUs(new TypeError('fetch failed', { cause: refused }))).toBe(true);
  expect(neverLeftUs(new TypeError('fetch failed', { cause: new AggregateError([refused, refused]) }))).toBe(true);
  expect(neverLeftUs(new AggregateError([refused, reset]))).toBe(false);
  expect(neverLeftUs(new NeverLeft())).toBe(true);
  expect([reset, new Error('other'), null, 'ECONNREFUSED'].some(neverLeftUs)).toBe(false);
});
