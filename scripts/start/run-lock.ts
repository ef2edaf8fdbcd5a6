import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Explained } from '#/scripts/bootstrap/explained.mjs';
import { lockFile } from '#/scripts/bootstrap/file-lock.mjs';
import type { Mode } from '#/scripts/database/embedded/databases.ts';
import { project } from '#/scripts/project.ts';
import { say } from '#/scripts/terminal/say.ts';
import { identify, isStillThere, type ProcessIdentity } from './process-identity.ts';

/** What runs in this folder, or ran last, for the next start, for `doctor` and for the other commands. */
export interface RunRecord {
  readonly mode: Mode;
  readonly port: number | null;
  readonly state: 'running' | 'stopping' | 'stopped';
  readonly launcher: ProcessIdentity | null;
  /** npm, when it stands in front: with it gone, the launcher is about to go as well. */
  readonly parent: ProcessIdentity | null;
  readonly children: readonly ProcessIdentity[];
}
export interface RunLock {
  record(changes: Partial<RunRecord>): void;
  release(): void;
}

const lastMomentMs = 15_000;

/** One launcher a folder (and one `npm run dev`). The system gives the lock back when its holder dies, however. */
export async function lockRun(kind: 'start' | 'dev', mode: Mode): Promise<RunLock> {
  mkdirSync(project.locks, { recursive: true });
  const file = path.join(project.locks, kind);
  const lock = (await lockFile(file)) ?? (isLeaving(kind) ? await lockFile(file, { waitMs: lastMomentMs }) : null);
  if (!lock) {
    const { port } = readRun(kind) ?? { port: null };
    throw new Explained(
      port === null ? say('start.alreadyStarting') : say('start.alreadyRunning', { port: String(port) }),
    );
  }
  endLeftovers(readRun(kind));
  let current: RunRecord = {
    mode,
    port: null,
    state: 'running',
    launcher: identify(process.pid),
    parent: process.env.STARDESK_PARENT ? identify(Number(process.env.STARDESK_PARENT)) : null,
    children: [],
  };
  const record = (changes: Partial<RunRecord>) => {
    current = { ...current, ...changes };
    writeFileSync(`${recordPath(kind)}.new`, `${JSON.stringify(current, null, 2)}\n`);
    renameSync(`${recordPath(kind)}.new`, recordPath(kind));
  };
  record({});
  return {
    record,
    release() {
      record({ state: 'stopped', port: null, launcher: null, parent: null, children: [] });
      lock.release();
    },
  };
}

const recordPath = (kind: 'start' | 'dev') => path.join(project.own, `${kind}.json`);

export function readRun(kind: 'start' | 'dev'): RunRecord | null {
  if (!existsSync(recordPath(kind))) return null;
  return JSON.parse(readFileSync(recordPath(kind), 'utf8')) as RunRecord;
}

function isLeaving(kind: 'start' | 'dev'): boolean {
  const run = readRun(kind);
  return run !== null && (run.state === 'stopping' || (run.parent !== null && !isStillThere(run.parent)));
}

/** Web and worker of a launcher that was killed end by themselves (lifeline.mjs); one that hangs is helped. */
function endLeftovers(run: RunRecord | null): void {
  for (const child of run?.children ?? []) {
    if (!isStillThere(child)) continue;
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      // Gone in between.
    }
  }
}

/** Whether a launcher holds this folder just now. */
export async function isRunning(kind: 'start' | 'dev'): Promise<boolean> {
  mkdirSync(project.locks, { recursive: true });
  const lock = await lockFile(path.join(project.locks, kind));
  lock?.release();
  return lock === null;
}
