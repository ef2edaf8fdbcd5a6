import { expect, it } from 'vitest';
import { treeOf } from './source-tree.ts';
import { everyTestRuns, noSleeps } from './testing.ts';

it.each([
  'it.only(',
  'test.skip(',
  'describe.todo(',
  'test.describe.only(',
  'it.skipIf(x)(',
  'test.fixme(',
  'it.concurrent.only(',
])('catches %s', (call) => {
  expect(everyTestRuns(treeOf({ 'tests/e2e/a.spec.ts': `${call}'name', () => {});` }))).toHaveLength(1);
});
it('lets plain and repeated tests be', () => {
  const text = `it('is only a test', () => {}); it.each([1])('x', () => {}); // it.skip(`;
  expect(everyTestRuns(treeOf({ 'server/a.test.ts': text }))).toEqual([]);
});
it('catches sleeping instead of polling', () => {
  const tree = treeOf({ 'tests/e2e/a.spec.ts': 'await page.waitForTimeout(500);' });
  expect(noSleeps(tree)).toHaveLength(1);
});
