import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './tool.ts';

/** What a runner wrote down, or null when it did not get that far. */
export function readReport<Report>(path: string): Report | null {
  try {
    return JSON.parse(readFileSync(join(root, path), 'utf8')) as Report;
  } catch {
    return null;
  }
}
