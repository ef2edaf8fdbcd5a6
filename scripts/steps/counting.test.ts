import { describe, expect, it } from 'vitest';
import { countPlaywright } from './e2e-step.ts';
import { countVitest } from './vitest-step.ts';

describe('countVitest', () => {
  const report = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] };
  it('takes the numbers of the report', () => {
    expect(countVitest({ ...report, numFailedTests: 2, numPendingTests: 1 }, false)).toMatchObject({
      passed: 5,
      failed: 2,
      skipped: 1,
    });
  });
  it('counts a file that could not be loaded as a failure', () => {
    const testResults = [{ status: 'failed', assertionResults: [] }];
    expect(countVitest({ ...report, testResults }, false)).toMatchObject({ passed: 5, failed: 1 });
  });
  it('counts a runner that ended badly with nothing to show for it, and one without a report', () => {
    expect(countVitest(report, false)).toMatchObject({ passed: 5, failed: 1 });
    expect(countVitest(null, true)).toMatchObject({ passed: 0, failed: 1 });
  });
});

describe('countPlaywright', () => {
  const stats = { expected: 7, unexpected: 0, flaky: 0, skipped: 0 };
  it('takes the numbers of the report, a flaky test being a failed one', () => {
    expect(countPlaywright({ stats: { ...stats, unexpected: 1, flaky: 1 }, errors: [] }, false)).toMatchObject({
      passed: 7,
      failed: 2,
    });
  });
  it('counts errors outside tests, a bad ending and a missing report', () => {
    expect(countPlaywright({ stats, errors: [{ message: 'no browser' }] }, false)).toMatchObject({ failed: 1 });
    expect(countPlaywright({ stats, errors: [] }, false)).toMatchObject({ failed: 1 });
    expect(countPlaywright(null, true)).toMatchObject({ failed: 1 });
  });
});
