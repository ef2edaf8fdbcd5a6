import { readFileSync } from 'node:fs';
import { Explained } from '#/scripts/bootstrap/explained.mjs';
import { composeScript } from '#/server/compose.script.ts';
import type { Deps } from '#/server/lib/deps.ts';
import { readConfig } from '#/server/lib/read-config.ts';
import type { Mode } from './database/embedded/databases.ts';
import { openTarget, type Target } from './database/target.ts';
import { readEnvironment } from './environment.ts';
import { tellFaults } from './start/faults.ts';
import { makePlan } from './start/plan.ts';

/**
 * For commands that work with services: the database of `mode` (ours is started for it when it is not running),
 * with the same keys as web and worker. Everything is closed at the end.
 */
export async function withDeps<Value>(
  mode: Mode,
  work: (deps: Deps, target: Target) => Promise<Value>,
): Promise<Value> {
  const plan = makePlan(mode, readEnvironment());
  if (plan.faults.length > 0) {
    tellFaults(plan.faults);
    throw new Explained('');
  }
  const target = await openTarget(mode, plan.database);
  try {
    const { config } = readConfig(
      { ...plan.environment, DATABASE_URL: target.appUrl, DATABASE_URL_FILE: undefined },
      (path) => readFileSync(path, 'utf8'),
    );
    const { deps, clockReady, close } = composeScript(config, process.stderr);
    try {
      await clockReady;
      return await work(deps, target);
    } finally {
      await close();
    }
  } finally {
    await target.release();
  }
}

/** The same for commands that need the database alone. */
export async function withTarget<Value>(mode: Mode, work: (target: Target) => Promise<Value>): Promise<Value> {
  const { database, faults } = makePlan(mode, readEnvironment());
  const ofDatabase = faults.filter(({ variable }) => variable.startsWith('DATABASE_'));
  if (ofDatabase.length > 0) {
    tellFaults(ofDatabase);
    throw new Explained('');
  }
  const target = await openTarget(mode, database);
  try {
    return await work(target);
  } finally {
    await target.release();
  }
}
