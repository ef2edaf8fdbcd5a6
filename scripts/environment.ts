import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { Explained } from '#/scripts/bootstrap/explained.mjs';
import { project } from './project.ts';
import { say } from './terminal/say.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** What the commands know: `.env` of the project, and over it what was really set. */
export function readEnvironment(set: Environment = process.env): Environment {
  const file = project.inRoot('.env');
  if (!existsSync(file)) return set;
  return { ...parseEnv(readFileSync(file, 'utf8')), ...dropEmpty(set) };
}

/** A variable or its `_FILE` twin. Null when neither is set: an empty one counts as unset. */
export function findValue(environment: Environment, name: string): string | null {
  const path = environment[`${name}_FILE`];
  if (environment[name]) return environment[name];
  if (!path) return null;
  try {
    return readFileSync(path, 'utf8').replace(/\r?\n$/, '');
  } catch {
    throw new Explained(say('environment.unreadableFile', { variable: `${name}_FILE`, path }));
  }
}

export const isGiven = (environment: Environment, name: string): boolean =>
  Boolean(environment[name] || environment[`${name}_FILE`]);

function dropEmpty(environment: Environment): Environment {
  return Object.fromEntries(Object.entries(environment).filter(([, value]) => value));
}
