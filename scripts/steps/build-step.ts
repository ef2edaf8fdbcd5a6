import { ensureBuild } from '#/scripts/start/build.ts';
import type { Step } from './step.ts';
import type { ToolResult } from './tool.ts';

/** The production build that end-to-end tests and benches run on: the same as at `npm start`, and kept while it fits. */
export async function buildProduct(): Promise<ToolResult> {
  try {
    await ensureBuild();
    return { ok: true, output: '' };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { ok: false, output: error.name === 'Explained' ? error.message : (error.stack ?? error.message) };
  }
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
