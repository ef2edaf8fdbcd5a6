import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** `npm start` as people run it, in a place of its own (STARDESK_HOME) on the build that is there. */
export class Launcher {
  readonly home: string;
  #child: ChildProcess | null = null;
  output = '';

  constructor(name: string) {
    this.home = join(root, 'test-results', 'launcher', name);
    rmSync(this.home, { recursive: true, force: true });
    mkdirSync(this.home, { recursive: true });
  }

  get pid(): number {
    return this.#child?.pid ?? 0;
  }

  start(args: readonly string[] = [], env: Readonly<Record<string, string>> = {}): void {
    this.output = '';
    const child = spawn(process.execPath, [join(root, 'scripts/start.ts'), ...args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      // Nothing of the machine's own configuration reaches the launcher under test.
      env: {
        NODE_ENV: 'production',
        PATH: process.env.PATH ?? '',
        HOME: process.env.HOME ?? '',
        STARDESK_HOME: this.home,
        PORT: '3400',
        ...env,
      },
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        this.output += text;
      });
    }
    this.#child = child;
  }

  /** The one address, once it is printed. */
  address(): string | null {
    return /^Stardesk: (http:\S+)$/m.exec(this.output)?.[1] ?? null;
  }

  async end(signal: NodeJS.Signals = 'SIGINT'): Promise<number | null> {
    const child = this.#child;
    if (!child) return null;
    if (child.exitCode === null && child.signalCode === null) {
      const ended = once(child, 'exit');
      child.kill(signal);
      await ended;
    }
    return child.exitCode;
  }

  /** Everything that this home has running, whoever its parent is: found by its open files and its arguments. */
  processes(): { pid: number; command: string }[] {
    return readdirSync('/proc')
      .filter((entry) => /^\d+$/.test(entry))
      .flatMap((pid) => {
        try {
          const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
          const environment = readFileSync(`/proc/${pid}/environ`, 'utf8');
          const ours = [command, environment, readlinkSync(`/proc/${pid}/cwd`)].some((text) =>
            text.includes(this.home),
          );
          return ours && command !== '' ? [{ pid: Number(pid), command }] : [];
        } catch {
          // It ended while we looked, or belongs to somebody else.
          return [];
        }
      });
  }

  pidOf(pattern: RegExp): number {
    return this.processes().find(({ command }) => pattern.test(command))?.pid ?? 0;
  }

  /** The data may lie outside: where only root may enter the project, PostgreSQL's user cannot. */
  async remove(): Promise<void> {
    await this.end('SIGKILL');
    for (const { pid } of this.processes()) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // Gone in between.
      }
    }
    const record = join(this.home, 'postgres-main.json');
    const outside = existsSync(record) ? (JSON.parse(readFileSync(record, 'utf8')) as { folder: string | null }) : null;
    for (const folder of [outside?.folder, this.home]) if (folder) rmSync(folder, { recursive: true, force: true });
  }
}
