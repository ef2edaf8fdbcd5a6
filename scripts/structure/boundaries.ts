import { browserFiles } from './imports.ts';
import type { Rule } from './source-tree.ts';
import { breachesOf, isTest } from './source-tree.ts';

const product = /^(app|server|worker)\//;

/** House §2.12: a variable is read, checked and documented in one place. */
export const environmentInOnePlace: Rule = (tree) =>
  tree
    .filter(({ path }) => product.test(path) && path !== 'server/env.ts' && !isTest(path))
    .flatMap((file) =>
      breachesOf(file, /\bprocess\s*(?:\.\s*env\b|\[)/g, () => 'process.env is read in server/env.ts only'),
    );

const timeCalls =
  /\b(Date\.now\b|new\s+Date\s*\(\s*\)|setTimeout\b|setInterval\b|performance\.now\b|AbortSignal\.timeout\b|process\.hrtime\b)/g;

/** House §2.12: a test moves time for everything at once, so nothing may look at another clock. Browsers have their own. */
export const timeThroughTheClock: Rule = (tree) => {
  const inBrowser = browserFiles(tree);
  return tree
    .filter(({ path }) => product.test(path) && !isTest(path))
    .filter(({ path }) => !/^server\/lib\/clock[\w-]*\.ts$|^app\/_ui\//.test(path) && !inBrowser.has(path))
    .flatMap((file) =>
      breachesOf(file, timeCalls, (call) => `${call.trim()}: time and timers come from server/lib/clock.ts`),
    );
};

/** A clone must work anywhere: nothing is read beside it. */
export const nothingOutsideTheProject: Rule = (tree) =>
  tree
    .filter(({ path }) => !path.startsWith('scripts/structure'))
    .flatMap((file) => [
      ...breachesOf(
        file,
        /['"`](\/(?:root|home|work|Users|mnt|media)\/[^'"`\n]*)/g,
        (found) => `${found} lies outside the project`,
        file.code,
      ),
      // Tests hold hostile input that looks like a path; their imports are resolved by dependency-cruiser.
      ...(isTest(file.path) ? [] : climbsOut(file)),
    ]);

const climbsOut = (file: Parameters<typeof breachesOf>[0]) => {
  const depth = file.path.split('/').length - 1;
  return breachesOf(file, /['"`]((?:\.\.\/)*\.\.(?=[/'"`])[^'"`\n]*)/g, (found) => found, file.code)
    .filter(({ message }) => message.split('/').filter((part) => part === '..').length > depth)
    .map((breach) => ({ ...breach, message: `${breach.message} climbs out of the project` }));
};
