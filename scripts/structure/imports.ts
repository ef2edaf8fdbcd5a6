import { posix } from 'node:path';
import type { Source, SourceTree } from './source-tree.ts';
import { isBrowserFile } from './source-tree.ts';

/** What a file imports when it runs: types are gone by then. Paths of the project are resolved, packages left alone. */
export function valueImports(file: Source): string[] {
  const found: string[] = [];
  for (const match of file.code.matchAll(staticImport)) {
    const [, type, specifier = ''] = match;
    if (!type) found.push(specifier);
  }
  for (const match of file.code.matchAll(/\bimport\(\s*['"]([^'"\n]+)['"]/g)) found.push(match[1] ?? '');
  return found.map((specifier) => resolve(file.path, specifier));
}
const staticImport =
  /(?:^|[;\n])\s*(?:import|export)\s+(type\s+(?!from\b))?(?:[\w*{}\s,$]+?\s*from\s*)?['"]([^'"\n]+)['"]/g;

function resolve(from: string, specifier: string): string {
  if (specifier.startsWith('#/')) return specifier.slice(2);
  if (specifier.startsWith('.')) return posix.join(posix.dirname(from), specifier);
  return specifier;
}

/** Every file of app/ that ends up in the browser: 'use client' files and what they import, on and on. */
export function browserFiles(tree: SourceTree): ReadonlySet<string> {
  const byPath = new Map(tree.map((file) => [file.path, file]));
  const reached = new Set<string>();
  const walk = (path: string) => {
    const file = byPath.get(path);
    if (!file || reached.has(path) || !path.startsWith('app/')) return;
    reached.add(path);
    valueImports(file).forEach(walk);
  };
  for (const file of tree) if (isBrowserFile(file)) walk(file.path);
  return reached;
}
