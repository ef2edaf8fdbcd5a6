import type { Step } from './step.ts';
import { runProgram, type ToolResult } from './tool.ts';

/** The production build that end-to-end tests and benches run on. */
export function buildProduct(): Promise<ToolResult> {
  return runProgram('next', ['build'], { timeoutMs: 10 * 60_000 });
}

export function buildStep(onDone: (ok: boolean) => void): Step {
  return {
    name: 'build',
    async run() {
      const { ok, output } = await buildProduct();
      onDone(ok);
      return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, output };
    },
  };
}
