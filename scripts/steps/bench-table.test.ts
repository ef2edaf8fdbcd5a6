import { describe, expect, it } from 'vitest';
import { median, meets, percentile } from '#/tests/bench/bench.ts';
import { benchTable, isMissed } from './bench-table.ts';

describe('percentile', () => {
  it('is a value that was measured', () => {
    const sorted = Array.from({ length: 200 }, (_, index) => index + 1);
    expect([percentile(sorted, 50), percentile(sorted, 99), percentile(sorted, 100)]).toEqual([100, 198, 200]);
    expect(median([9, 1, 5])).toBe(5);
  });
  it('of nothing meets no target: a bench that measured nothing has not kept its promise', () => {
    expect(meets(percentile([], 50), { atMost: 20 })).toBe(false);
  });
});

describe('benchTable', () => {
  const row = { bench: 'webhook', what: 'rate', value: 312.44, unit: '/s', target: { atLeast: 300 } };
  it('shows what was measured beside what was promised', () => {
    expect(benchTable([row])).toContain('| webhook | rate   | 312.4 /s | >= 300 /s | met |');
  });
  it('marks what was missed', () => {
    const lost = { bench: 'webhook', what: 'lost', value: 1, unit: '', target: { exactly: 0 } };
    expect(isMissed(lost)).toBe(true);
    expect(benchTable([row, lost])).toMatch(/lost .* = 0 .* MISSED/);
  });
  it('tells a figure without a target without judging it', () => {
    expect(isMissed({ what: 'memory', value: 154, unit: 'MB' })).toBe(false);
  });
});
