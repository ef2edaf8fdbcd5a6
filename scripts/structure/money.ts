import type { Rule } from './source-tree.ts';
import { breachesOf, isTest } from './source-tree.ts';

const writes =
  /\b(?:ledger(?:Account|Entry|Transaction|Hold)\s*\.\s*(?:create|update|upsert|delete)\w*|(?:insert\s+into|update|delete\s+from|truncate|merge\s+into)\s+(?:only\s+)?"?ledger_\w+)/gi;

/** Money facts §2: one service is the only writer of balances. Reading them is everybody's, with the owner's id. */
export const ledgerWritesItself: Rule = (tree) =>
  tree
    .filter(({ path }) => /^(app|server|worker|scripts)\//.test(path) && !path.startsWith('server/ledger/'))
    .filter(({ path }) => !isTest(path) && !path.startsWith('scripts/structure/'))
    .flatMap((file) =>
      breachesOf(file, writes, (found) => `"${found}": balances are written by server/ledger alone`, file.code),
    );
