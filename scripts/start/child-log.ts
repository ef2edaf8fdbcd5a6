import { closeSync, mkdirSync, openSync, renameSync, statSync, writeSync } from 'node:fs';
import path from 'node:path';
import { project } from '#/scripts/project.ts';

const limitBytes = 10_000_000;

/** What a child writes, in `.stardesk/logs/<name>.log`; the file before it stays as `.log.1`. */
export class ChildLog {
  readonly file: string;
  #descriptor: number;
  #bytes: number;

  constructor(name: string) {
    mkdirSync(project.logs, { recursive: true, mode: 0o700 });
    this.file = path.join(project.logs, `${name}.log`);
    this.#bytes = statSync(this.file, { throwIfNoEntry: false })?.size ?? 0;
    this.#descriptor = openSync(this.file, 'a', 0o600);
  }
  write(chunk: Buffer): void {
    writeSync(this.#descriptor, chunk);
    this.#bytes += chunk.length;
    if (this.#bytes < limitBytes) return;
    closeSync(this.#descriptor);
    renameSync(this.file, `${this.file}.1`);
    this.#descriptor = openSync(this.file, 'a', 0o600);
    this.#bytes = 0;
  }
  close(): void {
    closeSync(this.#descriptor);
  }
}
