import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { readReport } from './report.ts';
import type { Step, StepResult } from './step.ts';
import { root, runProgram, type Variables } from './tool.ts';

const report = 'test-results/playwright.json';

export interface PlaywrightReport {
  readonly stats: {
    readonly expected: number;
    readonly unexpected: number;
    readonly flaky: number;
    readonly skipped: number;
  };
  readonly errors: readonly { readonly message?: string }[];
}

export function e2eStep(prepare: () => Promise<{ env: Record<string, string> } | { reason: string }>): Step {
  return {
    name: 'e2e',
    async run() {
      const prepared = await prepare();
      if ('reason' in prepared) return { passed: 0, failed: 1, output: `not run: ${prepared.reason}` };
      return runPlaywright([], prepared.env);
    },
  };
}

export async function runPlaywright(
  specs: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<StepResult> {
  rmSync(join(root, report), { force: true });
  const { ok } = await runProgram('playwright', ['test', ...specs, '--reporter=list,json'], {
    stream: true,
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: join(root, report), ...plainOutput, ...env },
  });
  return countPlaywright(readReport<PlaywrightReport>(report), ok);
}

/** Playwright gives its workers FORCE_COLOR, and Node warns in each of them where NO_COLOR is there as well. */
const plainOutput: Variables = process.stdout.isTTY ? {} : { NO_COLOR: undefined, FORCE_COLOR: '0' };

/** A test that passed only when repeated has failed: a person has no second try either. */
export function countPlaywright(found: PlaywrightReport | null, ok: boolean): StepResult {
  if (!found) return { passed: 0, failed: 1, output: 'Playwright ended without a report' };
  const { expected, unexpected, flaky, skipped } = found.stats;
  const failed = unexpected + flaky + found.errors.length;
  return { passed: expected, failed: ok ? failed : Math.max(1, failed), skipped };
}
