import { Writable } from 'node:stream';
import { paint } from './paint.mjs';

/** Puts a name before every whole line, so that several processes can share one terminal. */
export class LineLabels extends Writable {
  readonly #label: string;
  readonly #to: NodeJS.WritableStream;
  #rest = '';

  constructor(name: string, to: NodeJS.WritableStream) {
    super();
    this.#label = paint.faint(`${name.padEnd(7)}│ `);
    this.#to = to;
  }
  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    const lines = (this.#rest + chunk.toString('utf8')).split('\n');
    this.#rest = lines.pop() ?? '';
    for (const line of lines) this.#to.write(`${this.#label}${line}\n`);
    done();
  }
}
