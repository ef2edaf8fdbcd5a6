import type { Clock, Timer } from './clock.ts';

/** Our clock in the shape that libraries ask for: their timers then move with everything else's. */
export function clockAsTimers(clock: Clock) {
  return {
    now: () => clock.nowMs(),
    setTimeout: (run: () => void, delayMs: number): unknown => clock.after(delayMs, run),
    clearTimeout: (timer: unknown) => (timer as Timer | undefined)?.cancel(),
    setInterval: (run: () => void, periodMs: number): unknown => clock.every(periodMs, run),
    clearInterval: (timer: unknown) => (timer as Timer | undefined)?.cancel(),
  };
}
