import { reconcile } from '#/server/ledger/reconcile/data.ts';
import { readCommandArguments } from './current-mode.ts';
import { runCommand } from './run-command.ts';
import { paint } from './terminal/paint.mjs';
import { say } from './terminal/say.ts';
import { withDeps } from './with-deps.ts';

/** `npm run ledger:reconcile`: computes every balance from the journal anew and shows what does not agree. Changes nothing. */
await runCommand(async () => {
  const { mode } = readCommandArguments();
  const report = await withDeps(mode, (deps) => reconcile(deps));
  const { differenceCount: differences, tookMs } = report;
  const counts = {
    transactions: Number(report.transactions),
    entries: Number(report.entries),
    accounts: Number(report.accounts),
    holds: Number(report.holds),
  };
  console.log(`\n  ${say('ledger.looked', { ...counts, seconds: tookMs / 1000 })}`);
  if (differences === 0) {
    console.log(`  ${paint.ok(say('ledger.agrees'))}\n`);
    return;
  }
  console.log(`  ${paint.bad(say('ledger.differs', { differences }))}\n`);
  for (const { proof, where, expected, found } of report.differences) {
    const numbers = say('ledger.difference', { expected: String(expected), found: String(found) });
    console.log(`  ${say(`ledger.proof.${proof}`)}  ${paint.bold(where)}  ${numbers}`);
  }
  if (report.differences.length < differences) console.log(`  …`);
  console.log(`\n  ${say('ledger.whatNow')}\n`);
  process.exitCode = 1;
});
