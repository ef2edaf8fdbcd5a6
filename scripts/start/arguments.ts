import { parseArgs } from 'node:util';
import { Explained } from '#/scripts/bootstrap/explained.mjs';
import { say } from '#/scripts/terminal/say.ts';

export interface StartArguments {
  /** The one thing that decides: credentials never do. */
  readonly mode: 'demo' | 'live';
  /** Show what web and worker write, beside keeping it in files. */
  readonly logs: boolean;
}

export function readStartArguments(args: readonly string[]): StartArguments {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { live: { type: 'boolean', default: false }, logs: { type: 'boolean', default: false } },
    });
    return { mode: values.live ? 'live' : 'demo', logs: values.logs };
  } catch {
    throw new Explained(say('start.usage'));
  }
}
