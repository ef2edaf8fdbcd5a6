import { parseArgs } from 'node:util';
import { Explained } from '#/scripts/bootstrap/explained.mjs';
import type { Mode } from './database/embedded/databases.ts';
import { type Environment, isGiven, readEnvironment } from './environment.ts';
import { readRun } from './start/run-lock.ts';
import { say } from './terminal/say.ts';

const modes = ['live', 'demo', 'dev'] as const satisfies readonly Mode[];

export interface CommandArguments {
  readonly mode: Mode;
  /** What is no option: a backup's name, an admin's. */
  readonly rest: readonly string[];
  readonly yes: boolean;
}

/** `--live`, `--demo`, `--dev`; or whatever `npm start` ran here last; or, outside the launcher, live unless DEMO=1. */
export function readCommandArguments(args: readonly string[] = process.argv.slice(2)): CommandArguments {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        live: { type: 'boolean' },
        demo: { type: 'boolean' },
        dev: { type: 'boolean' },
        yes: { type: 'boolean', default: false },
      },
    });
    const mode = modes.find((one) => values[one]) ?? readRun('start')?.mode ?? modeOf(readEnvironment());
    return { mode, rest: positionals, yes: values.yes };
  } catch (error) {
    throw new Explained(`${(error as Error).message}\n${say('command.options')}`);
  }
}

function modeOf(environment: Environment): Mode {
  if (/^(1|true)$/i.test(environment.DEMO ?? '')) return 'demo';
  return isGiven(environment, 'DATABASE_URL') ? 'live' : 'demo';
}
