import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import type { Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { project } from '#/scripts/project.ts';
import { say } from '#/scripts/terminal/say.ts';
import { note } from '#/scripts/terminal/step.mjs';
import { ChildLog } from './child-log.ts';
import { identify, type ProcessIdentity } from './process-identity.ts';

export interface ChildPlan {
  readonly name: 'web' | 'worker' | 'sandbox';
  /** For Node: the script and its arguments. */
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** How long it may take to end by itself. */
  readonly graceMs: number;
}

const lifeline = pathToFileURL(path.join(import.meta.dirname, 'lifeline.mjs')).href;
const steadyMs = 60_000;
const longestPauseMs = 30_000;

/** One process of the product: started again when it ends by itself, ended when we say so. */
export class Child {
  readonly plan: ChildPlan;
  #process: ChildProcess | null = null;
  #wanted = false;
  #falls = 0;
  #again: NodeJS.Timeout | null = null;
  readonly #log: ChildLog;
  readonly #onChange: () => void;
  /** Where what it writes is shown as well. */
  show: Writable | null = null;

  constructor(plan: ChildPlan, onChange: () => void) {
    this.plan = plan;
    this.#onChange = onChange;
    this.#log = new ChildLog(plan.name);
  }

  get identity(): ProcessIdentity | null {
    return this.#process?.pid === undefined ? null : identify(this.#process.pid);
  }

  start(): void {
    this.#wanted = true;
    const { args, environment, name } = this.plan;
    const startedAt = performance.now();
    const child = spawn(process.execPath, ['--import', lifeline, ...args], {
      cwd: project.root,
      env: { ...environment, STARDESK_LIFELINE: '3' } as unknown as NodeJS.ProcessEnv,
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
      // A group of its own: Ctrl-C is for us, and at the end the whole group can be ended.
      detached: true,
    });
    this.#process = child;
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        this.#log.write(chunk);
        this.show?.write(chunk);
      });
    }
    child.once('exit', (code, signal) => {
      this.#process = null;
      if (this.#wanted) this.#fell(signal ?? String(code), performance.now() - startedAt, name);
      this.#onChange();
    });
    this.#onChange();
  }

  /** For good. */
  async stop(): Promise<void> {
    await this.#end();
    this.#log.close();
  }

  /** Its code has changed. */
  async renew(): Promise<void> {
    await this.#end();
    this.start();
  }

  /** Politely, then not. */
  async #end(): Promise<void> {
    this.#wanted = false;
    if (this.#again) clearTimeout(this.#again);
    const child = this.#process;
    if (child?.pid === undefined) return;
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.kill('SIGTERM');
    const hurry = setTimeout(() => endGroup(child), this.plan.graceMs);
    await gone;
    clearTimeout(hurry);
    endGroup(child);
  }

  #fell(how: string, livedMs: number, name: string): void {
    this.#falls = livedMs > steadyMs ? 1 : this.#falls + 1;
    const pauseMs = Math.min(longestPauseMs, 500 * 2 ** (this.#falls - 1));
    const file = path.relative(project.root, this.#log.file);
    note(name, say('start.fell', { how, seconds: String(pauseMs / 1000), file }));
    this.#again = setTimeout(() => this.start(), pauseMs);
  }
}

/** Whatever it started and left. */
function endGroup(child: ChildProcess): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  } catch {
    // Nobody left: as it should be.
  }
}
