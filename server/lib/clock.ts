/**
 * The only source of time, timers and deadlines in app, server and worker (house §2.12).
 * Tests move it: see `test-clock.ts`, which follows TEST_CLOCK_URL.
 */
export interface Clock {
  now(): Date;
  nowMs(): number;
  /** Monotonic milliseconds of this process: for measuring and for leases, never for storing. */
  monotonicMs(): number;
  /** Runs `run` once when the clock has advanced by `delayMs`. */
  after(delayMs: number, run: () => void): Timer;
  /** Runs `run` every `periodMs`; a clock moved by several periods runs it once, not in a burst. */
  every(periodMs: number, run: () => void): Timer;
  sleep(delayMs: number, signal?: AbortSignal): Promise<void>;
  /** Aborts when the clock has advanced by `delayMs`; call `cancel` when the work ended in time. */
  deadline(delayMs: number): { signal: AbortSignal; cancel(): void };
}
export interface Timer {
  cancel(): void;
}

interface Pending {
  dueMs: number;
  periodMs: number | null;
  run: () => void;
  handle: NodeJS.Timeout | null;
}

/** A clock that can be moved forward; with offset 0 it is the system's. */
export class MovableClock implements Clock {
  #offsetMs = 0;
  readonly #pending = new Set<Pending>();

  now(): Date {
    return new Date(this.nowMs());
  }
  nowMs(): number {
    return Date.now() + this.#offsetMs;
  }
  monotonicMs(): number {
    return performance.now() + this.#offsetMs;
  }
  after(delayMs: number, run: () => void): Timer {
    return this.#schedule(delayMs, null, run);
  }
  every(periodMs: number, run: () => void): Timer {
    return this.#schedule(periodMs, periodMs, run);
  }
  sleep(delayMs: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const timer = this.after(delayMs, finish);
      signal?.addEventListener('abort', finish, { once: true });
      if (signal?.aborted) finish();
      function finish() {
        timer.cancel();
        signal?.removeEventListener('abort', finish);
        resolve();
      }
    });
  }
  deadline(delayMs: number): { signal: AbortSignal; cancel(): void } {
    const controller = new AbortController();
    const timer = this.after(delayMs, () => controller.abort(new Error(`no answer in ${delayMs} ms`)));
    return { signal: controller.signal, cancel: () => timer.cancel() };
  }
  /** Every timer is re-armed, so that what is due at the new time runs at once. */
  setOffset(offsetMs: number): void {
    if (offsetMs === this.#offsetMs) return;
    this.#offsetMs = offsetMs;
    for (const pending of this.#pending) this.#arm(pending);
  }

  #schedule(delayMs: number, periodMs: number | null, run: () => void): Timer {
    const pending: Pending = { dueMs: this.nowMs() + delayMs, periodMs, run, handle: null };
    this.#pending.add(pending);
    this.#arm(pending);
    return {
      cancel: () => {
        if (pending.handle) clearTimeout(pending.handle);
        this.#pending.delete(pending);
      },
    };
  }
  #arm(pending: Pending): void {
    if (pending.handle) clearTimeout(pending.handle);
    // setTimeout holds 2^31-1 ms at most: a longer wait is armed again when it fires early.
    const waitMs = Math.min(Math.max(0, pending.dueMs - this.nowMs()), 2 ** 31 - 1);
    pending.handle = setTimeout(() => this.#fire(pending), waitMs);
    pending.handle.unref?.();
  }
  #fire(pending: Pending): void {
    if (!this.#pending.has(pending)) return;
    // A timer may fire a fraction of a millisecond early.
    if (pending.dueMs - this.nowMs() > 1) {
      this.#arm(pending);
      return;
    }
    if (pending.periodMs === null) this.#pending.delete(pending);
    else {
      pending.dueMs = this.nowMs() + pending.periodMs;
      this.#arm(pending);
    }
    pending.run();
  }
}
