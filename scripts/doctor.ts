import { readCommandArguments } from './current-mode.ts';
import { examineDatabase } from './doctor/database.ts';
import type { Finding } from './doctor/finding.ts';
import { bad, ok, warn } from './doctor/finding.ts';
import { examineMachine, examineOwner, examineSecrets } from './doctor/machine.ts';
import { examineRunning } from './doctor/running.ts';
import { readEnvironment } from './environment.ts';
import { runCommand } from './run-command.ts';
import { describeFault, describeNote } from './start/faults.ts';
import { makePlan, type Plan } from './start/plan.ts';
import { isRunning } from './start/run-lock.ts';
import { paint } from './terminal/paint.mjs';
import { say } from './terminal/say.ts';
import { line } from './terminal/step.mjs';

/** `npm run doctor`: looks at everything, changes nothing, says how to mend what is not well. Exit code 1: something is bad. */
await runCommand(async () => {
  const { mode } = readCommandArguments();
  const plan = makePlan(mode, readEnvironment(), true);
  const { config, faults } = plan;
  console.log(`\n  ${paint.bold('Stardesk')}  ${paint.faint(say(`screen.mode.${mode}`))}\n`);
  let worst = 0;
  const tell = (findings: readonly (Finding | null)[]) => {
    for (const finding of findings) if (finding) worst = Math.max(worst, print(finding));
  };
  tell([...examineMachine(), examineOwner(), examineSecrets()]);
  tell(settings(plan));
  if (faults.length === 0) tell(await examineDatabase(plan, await isRunning('start')));
  tell(await examineRunning(config.http));
  console.log(`\n  ${say(worst === 2 ? 'doctor.sick' : worst === 1 ? 'doctor.fair' : 'doctor.well')}\n`);
  if (worst === 2) process.exitCode = 1;
});

function settings(plan: Plan): Finding[] {
  const label = say('doctor.settings');
  const findings = [
    ...plan.faults.map((fault) => bad(label, describeFault(fault), fault.paste)),
    ...plan.notes.map((note) => warn(label, `${note.variable}: ${describeNote(note)}`)),
  ];
  return findings.length > 0 ? findings : [ok(label, say('doctor.settingsWell'))];
}

function print({ label, state, text, mend = [] }: Finding): number {
  const glyph = { ok: paint.ok('✓'), warn: paint.warn('!'), bad: paint.bad('✗') }[state];
  const [first = '', ...rest] = text.split('\n');
  console.log(line(glyph, label, first));
  for (const more of rest) console.log(`    ${' '.repeat(14)}${more}`);
  for (const way of mend) console.log(`    ${' '.repeat(14)}${paint.bold(way)}`);
  return { ok: 0, warn: 1, bad: 2 }[state];
}
