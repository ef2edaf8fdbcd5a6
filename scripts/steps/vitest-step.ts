import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { readReport } from './report.ts';
import type { Step, StepResult } from './step.ts';
import type { TestServer } from './test-server.ts';
import { root, runProgram } from './tool.ts';

const report = 'test-results/vitest.json';

export interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
}

export function vitestStep(databaseServer: TestServer): Step {
  return { name: 'unit+integration', run: async () => runVitest([], await databaseServer()) };
}

export async function runVitest(files: readonly string[], env: Readonly<Record<string, string>>): Promise<StepResult> {
  rmSync(join(root, report), { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { ok } = await runProgram('vitest', ['run', ...files, ...reporters], { stream: true, env });
  return countVitest(readReport<VitestReport>(report), ok);
}

/** A file that could not be loaded, and errors outside any test, count as one failure each. */
export function countVitest(found: VitestReport | null, ok: boolean): StepResult {
  if (!found) return { passed: 0, failed: 1, output: 'the test runner ended without a report' };
  const unloaded = found.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  const failed = found.numFailedTests + unloaded.length;
  return {
    passed: found.numPassedTests,
    failed: ok ? failed : Math.max(1, failed),
    skipped: found.numPendingTests + found.numTodoTests,
  };
}
