import { join } from 'node:path';
import { en } from '#/server/texts/en.ts';
import { ru } from '#/server/texts/ru.ts';
import { rules } from './structure/rules.ts';
import { readTree } from './structure/source-tree.ts';
import { compareCatalogues } from './structure/texts.ts';

const tree = readTree(join(import.meta.dirname, '..'));
const breaches = [
  ...Object.entries(rules).flatMap(([rule, check]) => check(tree).map((breach) => ({ rule, ...breach }))),
  ...compareCatalogues(ru, en).map((breach) => ({ rule: 'sameTexts', ...breach })),
];
const failures = breaches.filter((breach) => !breach.warning);

const shown = 50;
for (const { rule, path, line, message, warning } of breaches.slice(0, shown)) {
  console.log(`${warning ? 'warning' : 'breach'}  ${line ? `${path}:${line}` : path}  ${message} (${rule})`);
}
if (breaches.length > shown) console.log(`and ${breaches.length - shown} more`);
if (failures.length === 0) console.log(`${tree.length} files follow ${Object.keys(rules).length + 1} rules`);
process.exitCode = failures.length > 0 ? 1 : 0;
