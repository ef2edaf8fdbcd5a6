import { type ChildProcess, spawn } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';

export const root = join(import.meta.dirname, '../..');

/** Programs of our dependencies, by the file that Node runs: no shell, no PATH, no second Node. */
const programs = {
  biome: '@biomejs/biome/bin/biome',
  tsc: 'typescript/bin/tsc',
  depcruise: 'dependency-cruiser/bin/dependency-cruiser.mjs',
  vitest: 'vitest/vitest.mjs',
  next: 'next/dist/bin/next',
  playwright: '@playwright/test/cli.js',
  prisma: 'prisma/build/index.js',
} as const;
export type Program = keyof typeof programs;

/** An undefined one is not there. */
export type Variables = Readonly<Record<string, string | undefined>>;

export interface ToolOptions {
  readonly env?: Variables;
  /** Progress goes straight to the terminal instead of into `output`. */
  readonly stream?: boolean;
  readonly timeoutMs?: number;
}
export interface ToolResult {
  readonly ok: boolean;
  readonly output: string;
}

export function runProgram(program: Program, args: readonly string[], options: ToolOptions = {}): Promise<ToolResult> {
  return runTool(process.execPath, [join(root, 'node_modules', programs[program]), ...args], options);
}
export function runScript(path: string, args: readonly string[] = [], options: ToolOptions = {}): Promise<ToolResult> {
  return runTool(process.execPath, [join(root, path), ...args], options);
}

export function runTool(command: string, args: readonly string[], options: ToolOptions = {}): Promise<ToolResult> {
  const { env = {}, stream = false, timeoutMs = 20 * 60_000 } = options;
  const child = spawn(command, args, {
    cwd: root,
    // Whatever a tool starts finds the Node that we run on.
    env: {
      ...process.env,
      ...plainOutput(),
      PATH: [dirname(process.execPath), process.env.PATH].join(delimiter),
      ...env,
    },
    stdio: ['ignore', stream ? 'inherit' : 'pipe', stream ? 'inherit' : 'pipe'],
  });
  running.add(child);
  const chunks: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk));
  return new Promise((resolve) => {
    let reason = '';
    const timer = setTimeout(() => {
      reason = `\nended after ${timeoutMs / 1000} s without an answer`;
      child.kill('SIGKILL');
    }, timeoutMs);
    const finish = (ok: boolean) => {
      clearTimeout(timer);
      running.delete(child);
      resolve({ ok, output: Buffer.concat(chunks).toString('utf8') + reason });
    };
    child.once('error', (error) => {
      reason = `\n${error.message}`;
      finish(false);
    });
    child.once('close', (code, signal) => {
      if (signal && !reason) reason = `\nended by ${signal}`;
      finish(code === 0);
    });
  });
}

/** Some tools colour their output for a CI or a file too. */
function plainOutput(): Variables {
  return process.stdout.isTTY ? {} : { NO_COLOR: '1', FORCE_COLOR: undefined };
}

const running = new Set<ChildProcess>();
const endings: (() => void | Promise<void>)[] = [];

/** What must be ended however the command ends; the last registered goes first. */
export function atEnd(ending: () => void | Promise<void>): void {
  endings.unshift(ending);
}
export async function endAll(): Promise<void> {
  for (const ending of endings.splice(0)) await ending();
}

/** Ctrl-C and a stopping CI leave nothing behind. */
export function endOnSignals(): void {
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const) {
    process.once(signal, () => {
      for (const child of running) child.kill('SIGTERM');
      void endAll().finally(() => process.exit(code));
    });
  }
}
