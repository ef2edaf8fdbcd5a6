import { environmentInOnePlace, nothingOutsideTheProject, timeThroughTheClock } from './boundaries.ts';
import { browserImports, noBuildTimeVariables, noServerActions } from './browser.ts';
import { ledgerWritesItself } from './money.ts';
import { domainVocabulary, kebabCaseNames, noCatchAllNames } from './naming.ts';
import { fileLength } from './size.ts';
import type { Rule } from './source-tree.ts';
import { everyTestRuns, noSleeps } from './testing.ts';

/** What imports alone cannot tell; who may import whom is in .dependency-cruiser.cjs, console calls are Biome's. */
export const rules: Record<string, Rule> = {
  kebabCaseNames,
  noCatchAllNames,
  domainVocabulary,
  environmentInOnePlace,
  timeThroughTheClock,
  nothingOutsideTheProject,
  browserImports,
  noServerActions,
  noBuildTimeVariables,
  ledgerWritesItself,
  fileLength,
  everyTestRuns,
  noSleeps,
};
