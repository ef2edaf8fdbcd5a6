import { execFile } from 'node:child_process';
import path from 'node:path';
import { project } from '#/scripts/project.ts';

/** What the screen tells a newcomer; made by a process of its own, whose services this one spares itself. */
export interface FirstSteps {
  readonly demo: { login: string; password: string } | null;
  /** One-time link to become the first admin; null when there is one already. */
  readonly adminPath: string | null;
  readonly adminUntil: string | null;
}

export function prepareFirstSteps(environment: Record<string, string>, signal: AbortSignal): Promise<FirstSteps> {
  const script = path.join(import.meta.dirname, 'first-steps-process.ts');
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [script],
      { cwd: project.root, env: environment as unknown as NodeJS.ProcessEnv, signal, timeout: 60_000 },
      (error, stdout, stderr) => {
        if (error) reject(signal.aborted ? error : new Error(`${error.message}\n${stderr}`));
        else resolve(JSON.parse(stdout) as FirstSteps);
      },
    );
  });
}
