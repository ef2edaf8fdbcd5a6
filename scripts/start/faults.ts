import { paint } from '#/scripts/terminal/paint.mjs';
import { say } from '#/scripts/terminal/say.ts';
import { note } from '#/scripts/terminal/step.mjs';
import type { ConfigFault, ConfigNote } from '#/server/lib/read-config.ts';
import type { Plan } from './plan.ts';

/** What is worth a line and stops nothing. Values are never shown: they may be secrets. */
export function tellNotes({ notes, contradiction, mode }: Plan): void {
  for (const one of notes) note(one.variable, describeNote(one));
  if (contradiction !== null) note('DEMO', say('config.contradiction', { value: contradiction, mode }));
}

/** All at once, each with the line that mends it. */
export function tellFaults(faults: readonly ConfigFault[]): void {
  console.log(`\n  ${paint.bold(say('config.faulty', { count: faults.length }))}\n`);
  for (const fault of faults)
    console.log(`  ${paint.bad('✗')} ${describeFault(fault)}\n      ${paint.bold(fault.paste)}`);
  console.log('');
}

export function describeFault({ variable, problem }: ConfigFault): string {
  return say(`config.problem.${problem}`, { variable });
}

export function describeNote({ kind, meant }: ConfigNote): string {
  return kind === 'near_miss' ? say('config.nearMiss', { meant: meant ?? '' }) : say('config.ignoredInDemo');
}
