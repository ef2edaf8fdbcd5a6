/** One part of a command: it counts what it proved and never throws for a failure it can name. */
export interface Step {
  readonly name: string;
  run(): Promise<StepResult>;
}
export interface StepResult {
  readonly passed: number;
  readonly failed: number;
  readonly skipped?: number;
  /** Shown when something failed; a step that streamed its progress leaves it empty. */
  readonly output?: string;
}
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}
type Print = (line: string) => void;

/** A failing step does not stop the later ones: one run shows everything that is wrong. */
export async function runSteps(steps: readonly Step[], print: Print = console.log): Promise<Tally> {
  const total = { passed: 0, failed: 0, skipped: 0 };
  const lines: string[] = [];
  for (const step of steps) {
    print(`── ${step.name}`);
    const startedAt = performance.now();
    const result = await runStep(step);
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    if (result.failed > 0 && result.output) print(result.output.trimEnd());
    const line = `${step.name.padEnd(18)} ${tallyLine(result).padEnd(26)} ${seconds.padStart(6)} s`;
    print(`   ${line}`);
    lines.push(line);
    total.passed += result.passed;
    total.failed += result.failed;
    total.skipped += result.skipped ?? 0;
  }
  if (lines.length > 1) print(['', ...lines, ''].join('\n'));
  return total;
}

async function runStep(step: Step): Promise<StepResult> {
  try {
    const result = await step.run();
    // Nothing counted is no proof: a runner that found no tests has failed.
    if (result.passed + result.failed > 0) return result;
    return { ...result, failed: 1, output: `${result.output ?? ''}\n${step.name} proved nothing: it counted no test` };
  } catch (error) {
    return { passed: 0, failed: 1, output: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

/** The closing line of `npm test`, alone and last. */
export function tallyLine({ passed, failed, skipped = 0 }: StepResult): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
