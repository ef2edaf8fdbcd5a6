import type { Breach, Rule } from './source-tree.ts';

const askAbove = 250;
const failAbove = 400;

export const fileLength: Rule = (tree) =>
  tree.flatMap(({ path, text }): Breach[] => {
    const lines = text.trimEnd().split('\n').length;
    if (lines > failAbove) return [{ path, message: `${lines} lines: ${failAbove} is the limit` }];
    if (lines > askAbove)
      return [{ path, message: `${lines} lines: above ${askAbove} it asks for a split`, warning: true }];
    return [];
  });
