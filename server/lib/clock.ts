/**
 * The only source of time, timers and deadlines in app, server and worker (house §2.12).
 * Tests move it: see `test-clock.ts`, which follows TEST_CLOCK_URL.
 */
export interface Clock {
  now(): Date;
  nowMs(): number;
  /** Monotonic milliseconds of this process: for measuring and for leases, never for storing. Never goes back. */
  monotonicMs(): number;
  /** Runs `run` once when `delayMs` have passed. Keeps the process alive until then, unless `unref` is called. */
  after(delayMs: number, run: () => void): Timer;
  /**
   * Runs `run` every `periodMs`, keeping its phase; when several periods passed at once it runs once, not in a burst.
   * Housekeeping never keeps a process alive.
   */
  every(periodMs: number, run: () => void): Timer;
  /** Resolves when `delayMs` have passed or `signal` aborts, whichever is first; it never rejects: look at the signal. */
  sleep(delayMs: number, signal?: AbortSignal): Promise<void>;
  /** Aborts with a `DeadlinePassed` when `delayMs` have passed; call `cancel` when the work ended in time. */
  deadline(delayMs: number): { signal: AbortSignal; cancel(): void };
}
export interface Timer {
  cancel(): void;
  /** Lets the process end while this timer still waits: for a guard like "end by force in 10 s". */
  unref(): Timer;
}
export class DeadlinePassed extends Error {
  readonly delayMs: number;
  constructor(delayMs: number) {
    super(`no answer in ${delayMs} ms`);
    this.name = 'DeadlinePassed';
    this.delayMs = delayMs;
  }
}

interface Pending {
  /** On the monotonic scale: a wall clock set back must not leave a timer hanging. */
  dueMs: number;
  readonly periodMs: number | null;
  readonly run: () => void;
  keepsAlive: boolean;
  handle: NodeJS.Timeout | null;
}
const longestWaitMs = 2 ** 31 - 1;

/** A clock that can be moved; with offset 0 it is the system's. */
export class MovableClock implements Clock {
  #offsetMs = 0;
  /** Moves forward only: monotonic time does not follow a move back. */
  #advancedMs = 0;
  readonly #pending = new Set<Pending>();
  #overdue: Pending[] = [];
  #draining = false;

  now(): Date {
    return new Date(this.nowMs());
  }
  nowMs(): number {
    return Date.now() + this.#offsetMs;
  }
  monotonicMs(): number {
    return performance.now() + this.#advancedMs;
  }
  after(delayMs: number, run: () => void): Timer {
    return this.#schedule({ dueMs: this.#dueIn(delayMs), periodMs: null, run, keepsAlive: true, handle: null });
  }
  every(periodMs: number, run: () => void): Timer {
    const period = Math.max(1, periodMs);
    return this.#schedule({ dueMs: this.#dueIn(period), periodMs: period, run, keepsAlive: false, handle: null });
  }
  sleep(delayMs: number, signal?: AbortSignal): Promise<void> {
    if (signal?.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = this.after(delayMs, finish);
      signal?.addEventListener('abort', finish, { once: true });
      function finish() {
        timer.cancel();
        signal?.removeEventListener('abort', finish);
        resolve();
      }
    });
  }
  deadline(delayMs: number): { signal: AbortSignal; cancel(): void } {
    const controller = new AbortController();
    const timer = this.after(delayMs, () => controller.abort(new DeadlinePassed(delayMs)));
    return { signal: controller.signal, cancel: () => timer.cancel() };
  }

  get offsetMs(): number {
    return this.#offsetMs;
  }
  /** What became due runs in the order of its due times, each with its consequences before the next. */
  setOffset(offsetMs: number): void {
    const movedMs = Math.round(offsetMs) - this.#offsetMs;
    this.#offsetMs += movedMs;
    if (movedMs <= 0) return;
    this.#advancedMs += movedMs;
    const nowMs = this.monotonicMs();
    for (const pending of this.#pending) {
      if (pending.dueMs > nowMs) this.#arm(pending);
      else this.#disarm(pending);
    }
    this.#overdue = [...this.#pending].filter(({ dueMs }) => dueMs <= nowMs).sort((a, b) => a.dueMs - b.dueMs);
    if (!this.#draining && this.#overdue.length > 0) this.#drain();
  }

  #dueIn(delayMs: number): number {
    return this.monotonicMs() + Math.max(0, delayMs);
  }
  #schedule(pending: Pending): Timer {
    this.#pending.add(pending);
    this.#arm(pending);
    const timer: Timer = {
      cancel: () => {
        this.#pending.delete(pending);
        this.#disarm(pending);
      },
      unref: () => {
        pending.keepsAlive = false;
        pending.handle?.unref();
        return timer;
      },
    };
    return timer;
  }
  #arm(pending: Pending): void {
    this.#disarm(pending);
    // setTimeout holds 2^31-1 ms at most: a longer wait is armed again when it fires early.
    const waitMs = Math.min(Math.max(0, Math.ceil(pending.dueMs - this.monotonicMs())), longestWaitMs);
    pending.handle = setTimeout(() => this.#fire(pending), waitMs);
    if (!pending.keepsAlive) pending.handle.unref();
  }
  #disarm(pending: Pending): void {
    if (pending.handle) clearTimeout(pending.handle);
    pending.handle = null;
  }
  /** One timer a turn of the event loop: what it set going (awaits included) runs before the next timer does. */
  #drain(): void {
    this.#draining = true;
    setImmediate(() => {
      const next = this.#overdue.shift();
      // The next turn is booked first: a timer that throws must not hold up the others.
      if (this.#overdue.length > 0) this.#drain();
      else this.#draining = false;
      if (next) this.#fire(next);
    });
  }
  #fire(pending: Pending): void {
    if (!this.#pending.has(pending)) return;
    const lateMs = this.monotonicMs() - pending.dueMs;
    if (lateMs < 0) {
      this.#arm(pending);
      return;
    }
    if (pending.periodMs === null) this.#pending.delete(pending);
    else {
      pending.dueMs += (Math.floor(lateMs / pending.periodMs) + 1) * pending.periodMs;
      this.#arm(pending);
    }
    pending.run();
  }
}
