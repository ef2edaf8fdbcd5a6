import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';
import { runProgram, runTool } from './tool.ts';

/** The machine as the search sees it; tests put another one in its place. */
export interface Machine {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isRoot: boolean;
  readonly playwrightsOwn: string;
  exists(path: string): boolean;
  /** Starts it: a name on PATH may be Ubuntu's stub that only advertises a snap. */
  answers(path: string): boolean;
  run(command: string, ...args: string[]): Promise<boolean>;
  installWithPlaywright(...args: string[]): Promise<boolean>;
  print(line: string): void;
}
export type Search = { readonly path: string } | { readonly reason: string };

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'microsoft-edge'];
const macApplications = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
);

/** By variable, Playwright's own, the system's; else installed, which is said before. */
export async function provideChromium(machine: Machine, mayInstall: boolean): Promise<Search> {
  const named = machine.env.CHROMIUM_PATH;
  if (named) {
    if (machine.answers(named)) return { path: named };
    return { reason: `CHROMIUM_PATH=${named} does not start. Mend it or unset it.` };
  }
  const found = findChromium(machine);
  if (found) return { path: found };
  const byHand = 'Install Chromium or Google Chrome, or set CHROMIUM_PATH to one.';
  if (!mayInstall) return { reason: `no Chromium on this machine, and --no-install forbids installing one. ${byHand}` };
  if (machine.isRoot && machine.exists('/usr/bin/apt-get')) {
    machine.print('No Chromium found: installing the package "chromium" with apt-get (--no-install switches this off)');
    await machine.run('apt-get', 'update', '-qq');
    await machine.run('apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'chromium');
    const installed = findChromium(machine);
    if (installed) return { path: installed };
  }
  machine.print("No Chromium found: installing Playwright's own (--no-install switches this off)");
  await machine.installWithPlaywright(...(machine.isRoot ? ['--with-deps'] : []));
  const installed = findChromium(machine);
  return installed ? { path: installed } : { reason: `no Chromium, and installing one did not work. ${byHand}` };
}

export function findChromium(machine: Pick<Machine, 'env' | 'playwrightsOwn' | 'exists' | 'answers'>): string | null {
  const onPath = names.flatMap((name) =>
    (machine.env.PATH ?? '')
      .split(delimiter)
      .filter(Boolean)
      .map((folder) => join(folder, name)),
  );
  const candidates = [machine.playwrightsOwn, ...onPath, ...macApplications];
  return candidates.find((path) => path !== '' && machine.exists(path) && machine.answers(path)) ?? null;
}

export const thisMachine: Machine = {
  env: process.env,
  isRoot: process.getuid?.() === 0,
  playwrightsOwn: playwrightsOwn(),
  exists: existsSync,
  answers: (path) => spawnSync(path, ['--version', '--no-sandbox'], { timeout: 20_000 }).status === 0,
  run: async (command, ...args) =>
    (await runTool(command, args, { stream: true, env: { DEBIAN_FRONTEND: 'noninteractive' } })).ok,
  installWithPlaywright: async (...args) =>
    (await runProgram('playwright', ['install', ...args, 'chromium'], { stream: true, timeoutMs: 5 * 60_000 })).ok,
  print: console.log,
};

function playwrightsOwn(): string {
  try {
    return chromium.executablePath();
  } catch {
    return '';
  }
}
