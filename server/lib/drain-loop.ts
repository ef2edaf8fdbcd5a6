import type { Clock, Timer } from './clock.ts';
import type { Log } from './log.ts';

/** 'again': there may be more right now. A number: milliseconds until something is due. null: wait to be woken. */
export type DrainResult = 'again' | number | null;

export interface DrainLoop {
  wake(): void;
  /** No new round begins; resolves when the one under way has ended. */
  stop(): Promise<void>;
}

const failedRetryMs = 1_000;

/**
 * Works off what lies in a table: when woken, when something falls due, and every `anywayMs` in case a wake-up was lost.
 * One round at a time. A round that throws (the database is away) is logged and tried again.
 */
export function drainLoop(options: {
  readonly name: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly anywayMs: number;
  readonly round: () => Promise<DrainResult>;
}): DrainLoop {
  const { clock, log } = options;
  let isDue = false;
  let isStopped = false;
  let running: Promise<void> | null = null;
  let later: Timer | null = null;
  const anyway = clock.every(options.anywayMs, wake);

  function wake(): void {
    isDue = true;
    if (isStopped) return;
    running ??= run().finally(() => {
      running = null;
      // Woken after the last look and before this.
      if (isDue && !isStopped) wake();
    });
  }

  async function run(): Promise<void> {
    while (isDue && !isStopped) {
      isDue = false;
      later?.cancel();
      let result: DrainResult;
      try {
        result = await options.round();
      } catch (error) {
        log.warn({ event: 'drain_failed', loop: options.name, err: error });
        result = failedRetryMs;
      }
      if (result === 'again') isDue = true;
      else if (result !== null && !isStopped) later = clock.after(Math.max(0, result), wake).unref();
    }
  }

  return {
    wake,
    async stop() {
      isStopped = true;
      anyway.cancel();
      later?.cancel();
      await running;
    },
  };
}
