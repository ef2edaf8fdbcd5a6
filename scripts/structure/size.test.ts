import { expect, it } from 'vitest';
import { fileLength } from './size.ts';
import { treeOf } from './source-tree.ts';

const lines = (count: number) => treeOf({ 'server/lib/a.ts': 'x\n'.repeat(count) });

it('fails a file of more than 400 lines, warns above 250, is silent below', () => {
  expect(fileLength(lines(401))).toMatchObject([{ message: /401 lines/ }]);
  expect(fileLength(lines(401))[0]?.warning).toBeUndefined();
  expect(fileLength(lines(400))).toMatchObject([{ warning: true }]);
  expect(fileLength(lines(250))).toEqual([]);
});
