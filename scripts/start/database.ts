import { spawn } from 'node:child_process';
import path from 'node:path';
import { prepareDatabase } from '#/scripts/database/prepare-database.ts';
import { openTarget, type Target } from '#/scripts/database/target.ts';
import { project } from '#/scripts/project.ts';
import { say } from '#/scripts/terminal/say.ts';
import { beginStep, note } from '#/scripts/terminal/step.mjs';
import { type Plan, secretsFolder } from './plan.ts';
import { keepSecret } from './secrets.ts';

export interface RunningDatabase {
  /** What tells web and worker where it is. */
  readonly environment: Record<string, string>;
  stop(): Promise<void>;
}

const watchEveryMs = 1000;

/** Ours or the given one, migrated. `onMoved`: it came back on another port, everybody needs the new address. */
export async function startDatabase(plan: Plan, signal: AbortSignal, onMoved: () => void): Promise<RunningDatabase> {
  const step = beginStep(say('postgres.label'), say('start.database.opening'));
  let target: Target | null = null;
  try {
    target = await openTarget(plan.mode, plan.database, signal);
    step.now(say('start.database.migrating'));
    const { applied, backup } = await prepareDatabase(target);
    const where = target.server
      ? say('start.database.ours', { version: target.server.version, port: String(target.server.port) })
      : say('start.database.given', { name: target.name });
    step.done(applied.length > 0 ? `${where}, ${say('start.database.applied', { count: applied.length })}` : where);
    if (backup) note(say('postgres.label'), say('start.database.copied', { name: backup.name }));
  } catch (error) {
    step.failed(null);
    await target?.release();
    throw error;
  }
  const opened = target;
  const environment: Record<string, string> = {};
  publishAddress(plan, opened, environment);
  const keeper = keepStopping(opened);
  const watch = setInterval(() => void revive(plan, opened, environment, onMoved), watchEveryMs);
  return {
    environment,
    async stop() {
      clearInterval(watch);
      await opened.release();
      keeper?.dismiss();
    },
  };
}

/** By a file, as all secrets: what a process was started with can be read by others who may see it. */
function publishAddress(plan: Plan, target: Target, environment: Record<string, string>): void {
  if (!target.server) return;
  environment.DATABASE_URL_FILE = keepSecret(secretsFolder(plan.mode), 'DATABASE_URL', () => target.appUrl, 'always');
}

let reviving = false;

/** Killed under us: the same data comes up again within a second or two, web and worker reconnect by themselves. */
async function revive(plan: Plan, target: Target, environment: Record<string, string>, onMoved: () => void) {
  if (!target.server || reviving || target.server.isRunning()) return;
  reviving = true;
  const { port } = target.server;
  note(say('postgres.label'), say('start.database.gone'));
  try {
    await target.server.restart();
    note(say('postgres.label'), say('start.database.back'));
    if (target.server.port !== port) {
      publishAddress(plan, target, environment);
      onMoved();
    }
  } catch (error) {
    note(say('postgres.label'), error instanceof Error ? error.message : String(error));
  } finally {
    reviving = false;
  }
}

/** Another process that outlives us by a moment, for the case that we are killed and cannot stop the server. */
function keepStopping(target: Target): { dismiss(): void } | null {
  if (!target.server) return null;
  const { home } = target.server;
  const child = spawn(
    process.execPath,
    [
      path.join(import.meta.dirname, 'keeper.ts'),
      path.join(project.locks, `postgres-${home.cluster}-users`),
      home.data,
    ],
    { cwd: project.root, stdio: ['pipe', 'ignore', 'ignore'], detached: true },
  );
  child.unref();
  child.stdin.on('error', () => {});
  return { dismiss: () => child.stdin.end('done') };
}
