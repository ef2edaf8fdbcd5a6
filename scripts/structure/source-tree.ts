import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { blankComments, blankStrings } from './blank.ts';

/** One source file. `code` has comments blanked, `skeleton` strings too; lines and columns stay where they were. */
export interface Source {
  readonly path: string;
  readonly text: string;
  readonly code: string;
  readonly skeleton: string;
}
export type SourceTree = readonly Source[];

export interface Breach {
  readonly path: string;
  readonly line?: number;
  readonly message: string;
  /** Said, but not a failure. */
  readonly warning?: true;
}
export type Rule = (tree: SourceTree) => Breach[];

const codeFile = /\.(ts|tsx|mjs|cjs|js|jsx|css)$/;
/** Dependencies, what builds and runs leave behind, and folders of tools (.git, .next, .stardesk ...). */
const notOurs = /(^|\/)(node_modules|test-results|playwright-report|\.[^/]+\/)|^server\/generated\/|^next-env\.d\.ts$/;

export function source(path: string, text: string): Source {
  const code = path.endsWith('.css') ? text : blankComments(text);
  return { path, text, code, skeleton: path.endsWith('.css') ? text : blankStrings(text) };
}

/** A tree from `{ 'server/users/model.ts': 'text' }`: for the rules' own tests. */
export function treeOf(files: Record<string, string>): SourceTree {
  return Object.entries(files).map(([path, text]) => source(path, text));
}

export function readTree(root: string): SourceTree {
  const found: Source[] = [];
  const walk = (folder: string) => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = folder ? `${folder}/${entry.name}` : entry.name;
      if (notOurs.test(entry.isDirectory() ? `${path}/` : path)) continue;
      if (entry.isDirectory()) walk(path);
      else if (codeFile.test(path)) found.push(source(path, readFileSync(join(root, path), 'utf8')));
    }
  };
  walk('');
  return found;
}

/** A breach for every match of `pattern`, with its line. */
export function breachesOf(
  file: Source,
  pattern: RegExp,
  message: (found: string) => string,
  text: string = file.skeleton,
): Breach[] {
  return [...text.matchAll(pattern)].map((match) => ({
    path: file.path,
    line: text.slice(0, match.index).split('\n').length,
    message: message(match[1] ?? match[0]),
  }));
}

export const isTest = (path: string): boolean => /\.(test|spec)\.tsx?$/.test(path) || path.startsWith('tests/');
export const isBrowserFile = (file: Source): boolean => /^\s*(['"])use client\1/.test(file.code);
