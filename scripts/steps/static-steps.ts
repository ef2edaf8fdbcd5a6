import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Step, StepResult } from './step.ts';
import { root, runProgram, runScript, type ToolResult } from './tool.ts';

/** What can be said of the code without running it; each counts as one. */
export const staticSteps: readonly Step[] = [
  // Formatting and the order of imports; `npm run fix` mends both.
  { name: 'format', run: async () => one(await runProgram('biome', ['check', '--linter-enabled=false', '.'])) },
  { name: 'lint', run: async () => one(await runProgram('biome', ['lint', '--error-on-warnings', '.'])) },
  { name: 'types', run: async () => one(await checkTypes()) },
  { name: 'structure', run: async () => one(await checkStructure()) },
];

function one({ ok, output }: ToolResult): StepResult {
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, output };
}

async function checkTypes(): Promise<ToolResult> {
  // What `npm run dev` described last may be of routes that are gone; it describes them anew when it runs.
  rmSync(join(root, '.next/dev/types'), { recursive: true, force: true });
  // Next describes its routes in files of its own making; without them a fresh clone does not type-check.
  const described = await runProgram('next', ['typegen']);
  return described.ok ? runProgram('tsc', ['-p', '.', '--pretty', String(process.stdout.isTTY === true)]) : described;
}

async function checkStructure(): Promise<ToolResult> {
  const rooms = ['app', 'server', 'worker', 'sandbox', 'scripts', 'tests'].filter((room) =>
    existsSync(join(root, room)),
  );
  const imports = await runProgram('depcruise', ['--config', '.dependency-cruiser.cjs', '-T', 'err-long', ...rooms]);
  const files = await runScript('scripts/structure.ts');
  return { ok: imports.ok && files.ok, output: withoutAdvice(imports.output) + files.output };
}

/** dependency-cruiser mourns TypeScript's API on every run; it parses with swc here, and its rules have planted breaches. */
function withoutAdvice(output: string): string {
  return output.replace(/‼ missing-tsc-transpiler:[\s\S]*?published and stable\.\n?/g, '');
}
