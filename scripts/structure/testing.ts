import type { Rule } from './source-tree.ts';
import { breachesOf } from './source-tree.ts';

const testFile = /\.(test|spec)\.tsx?$/;

/** A test that was left out is a promise that nobody keeps. */
export const everyTestRuns: Rule = (tree) =>
  tree
    .filter(({ path }) => testFile.test(path) && !path.startsWith('scripts/structure/'))
    .flatMap((file) =>
      breachesOf(
        file,
        /\b(?:it|test|describe)\s*(?:\.\s*(?:concurrent|sequential|parallel|serial|describe|each|for))*\.\s*(only|skip|todo|fixme|skipIf|runIf|fails?)\b/g,
        (word) => `.${word}: every test runs, everywhere`,
      ),
    );

/** Waiting for a time is slow when it works and red when the machine is busy: wait for what should happen. */
export const noSleeps: Rule = (tree) =>
  tree
    .filter(({ path }) => testFile.test(path) && !path.startsWith('scripts/structure/'))
    .flatMap((file) =>
      breachesOf(
        file,
        /\bwaitForTimeout\b|['"](?:node:)?timers\/promises['"]/g,
        (word) => `${word}: poll for it`,
        file.code,
      ),
    );
