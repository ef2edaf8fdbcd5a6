import { Socket } from 'node:net';
import type { Mode } from '#/scripts/database/embedded/databases.ts';
import { say } from '#/scripts/terminal/say.ts';
import { beginStep } from '#/scripts/terminal/step.mjs';
import { Child, type ChildPlan } from './child.ts';
import { lockRun, type RunLock } from './run-lock.ts';

/** A run of the product: what was started is ended in reverse of its need, whoever asks for the end. */
export interface Launch {
  /** Aborted when the end was asked for: nothing new may begin. */
  readonly signal: AbortSignal;
  readonly lock: RunLock;
  run(plan: ChildPlan | null): Child | null;
  /** Ended and started anew, with what the environment holds now. */
  restart(): Promise<void>;
  /** Done after all processes have ended; the last given first. */
  atEnd(ending: () => Promise<void>): void;
}

/** A second Ctrl-C within this time is the terminal's or npm's echo of the first; later it is impatience. */
const echoMs = 1500;

export async function launch(
  kind: 'start' | 'dev',
  mode: Mode,
  work: (launch: Launch) => Promise<void>,
): Promise<void> {
  const ending = new AbortController();
  hearOfTheEnd(ending);
  const lock = await lockRun(kind, mode);
  const children: Child[] = [];
  const endings: (() => Promise<void>)[] = [];
  const asked = new Promise<void>((resolve) => ending.signal.addEventListener('abort', () => resolve()));
  const onChange = () => lock.record({ children: children.flatMap(({ identity }) => identity ?? []) });
  const run = (plan: ChildPlan | null) => {
    if (!plan) return null;
    ending.signal.throwIfAborted();
    const child = new Child(plan, onChange);
    children.push(child);
    child.start();
    return child;
  };
  const stopChildren = async () => {
    // One after the other, the doors before the worker behind them.
    for (const child of children) await child.stop();
  };
  try {
    await work({
      signal: ending.signal,
      lock,
      run,
      async restart() {
        await stopChildren();
        for (const { plan } of children.splice(0)) run(plan);
      },
      atEnd: (one) => void endings.unshift(one),
    });
    await asked;
  } catch (error) {
    if (!ending.signal.aborted) throw error;
  } finally {
    if (children.length > 0 || endings.length > 0) await stopInOrder(lock, stopChildren, endings);
    lock.release();
  }
}

async function stopInOrder(
  lock: RunLock,
  stopChildren: () => Promise<void>,
  endings: readonly (() => Promise<void>)[],
) {
  lock.record({ state: 'stopping' });
  const step = beginStep(say('start.product'), say('start.stopping'));
  await stopChildren();
  for (const one of endings) await one();
  step.done(say('start.stopped'));
}

function hearOfTheEnd(ending: AbortController): void {
  let firstAt: number | null = null;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      // The children leave by their lifeline, PostgreSQL by its keeper.
      if (firstAt !== null && performance.now() - firstAt > echoMs) process.exit(1);
      firstAt ??= performance.now();
      ending.abort();
    });
  }
  // The bootstrap holds the other end; see scripts/bootstrap/hand-over.mjs.
  if (process.env.STARDESK_LIFELINE !== '3') return;
  delete process.env.STARDESK_LIFELINE;
  const line = new Socket({ fd: 3, readable: true, writable: false });
  line.on('close', () => ending.abort());
  line.on('error', () => {});
  line.resume();
  line.unref();
}
