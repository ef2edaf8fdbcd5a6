import { spawnSync } from 'node:child_process';
import { expect, it, vi } from 'vitest';
import { type Clock, DeadlinePassed, MovableClock } from './clock.ts';

const hourMs = 3_600_000;
const turn = () => new Promise((resolve) => setImmediate(resolve));

it('is the system clock until it is moved, and shows the moved time everywhere', () => {
  const clock = new MovableClock();
  expect(Math.abs(clock.nowMs() - Date.now())).toBeLessThan(50);
  const before = clock.monotonicMs();
  clock.setOffset(hourMs);
  expect(Math.abs(clock.now().getTime() - Date.now() - hourMs)).toBeLessThan(50);
  expect(clock.monotonicMs() - before).toBeGreaterThanOrEqual(hourMs);
});

it('keeps monotonic time from going back when the wall clock is moved back', async () => {
  const clock = new MovableClock();
  clock.setOffset(hourMs);
  const monotonic = clock.monotonicMs();
  const done = vi.fn();
  clock.after(20, done);
  clock.setOffset(0);
  expect(clock.monotonicMs()).toBeGreaterThanOrEqual(monotonic);
  clock.setOffset(60_000);
  expect(clock.monotonicMs()).toBeGreaterThanOrEqual(monotonic + 60_000);
  clock.setOffset(0);
  // A timer counts elapsed time: an hour's move back does not make 20 ms an hour.
  await expect.poll(() => done.mock.calls.length).toBe(1);
});

it('never runs a timer early', async () => {
  const clock = new MovableClock();
  const early: number[] = [];
  await Promise.all(
    Array.from({ length: 40 }, async (_, index) => {
      const due = clock.monotonicMs() + index / 3;
      await clock.sleep(index / 3);
      if (clock.monotonicMs() < due) early.push(due - clock.monotonicMs());
    }),
  );
  expect(early).toEqual([]);
});

it('fires what a move made due in the order of the due times, each with its consequences first', async () => {
  const clock = new MovableClock();
  const seen: string[] = [];
  clock.after(3000, () => seen.push('third'));
  void clock.sleep(1000).then(async () => {
    seen.push('first');
    await Promise.resolve();
    seen.push('first, later');
  });
  clock.after(2000, () => seen.push('second'));
  clock.after(hourMs, () => seen.push('not yet')).unref();
  clock.setOffset(4000);
  await expect.poll(() => seen).toEqual(['first', 'first, later', 'second', 'third']);
});

it('joins two moves in one order, and a timer that throws does not hold up the others', async () => {
  const clock = new MovableClock();
  const seen: string[] = [];
  const thrown = vi.fn();
  process.once('uncaughtException', thrown);
  const listeners = process.listeners('uncaughtException').filter((one) => one !== thrown);
  for (const one of listeners) process.off('uncaughtException', one);
  try {
    clock.after(2000, () => seen.push('second'));
    clock.after(1000, () => {
      seen.push('first');
      throw new Error('a bug in a timer');
    });
    clock.after(3000, () => seen.push('third'));
    clock.setOffset(2500);
    clock.setOffset(5000);
    await expect.poll(() => seen).toEqual(['first', 'second', 'third']);
    expect(thrown).toHaveBeenCalledOnce();
  } finally {
    for (const one of listeners) process.on('uncaughtException', one);
  }
});

it('runs a periodic timer once, not in a burst, when several periods passed, and keeps its phase', async () => {
  const clock = new MovableClock();
  const seenAt: number[] = [];
  const start = clock.monotonicMs();
  const timer = clock.every(1000, () => seenAt.push(clock.monotonicMs() - start));
  clock.setOffset(10_500);
  await expect.poll(() => seenAt.length).toBe(1);
  await turn();
  await turn();
  expect(seenAt).toHaveLength(1);
  // The next is due at 11 s on the old grid, not 1 s after the move.
  clock.setOffset(11_010);
  await expect.poll(() => seenAt.length).toBe(2);
  expect(seenAt[1]).toBeLessThan(11_400);
  timer.cancel();
  clock.setOffset(hourMs);
  await turn();
  await turn();
  expect(seenAt).toHaveLength(2);
});

it('does not run a timer that an earlier one of the same move cancelled', async () => {
  const clock = new MovableClock();
  const cancelled = vi.fn();
  const last = vi.fn();
  clock.after(1000, () => second.cancel());
  const second = clock.after(2000, cancelled);
  clock.after(3000, last);
  clock.setOffset(5000);
  await expect.poll(() => last.mock.calls.length).toBe(1);
  expect(cancelled).not.toHaveBeenCalled();
});

it('ends a sleep when its signal aborts, before or meanwhile, and leaves no listener behind', async () => {
  const clock = new MovableClock();
  await clock.sleep(hourMs, AbortSignal.abort());
  const controller = new AbortController();
  const removed = vi.spyOn(controller.signal, 'removeEventListener');
  const asleep = clock.sleep(hourMs, controller.signal);
  controller.abort();
  await asleep;
  expect(removed).toHaveBeenCalledOnce();
});

it('aborts a deadline when the clock has advanced by it, and never after it was cancelled', async () => {
  const clock = new MovableClock();
  const kept = clock.deadline(5000);
  const cancelled = clock.deadline(5000);
  cancelled.cancel();
  clock.setOffset(4000);
  await turn();
  expect(kept.signal.aborted).toBe(false);
  clock.setOffset(6000);
  await expect.poll(() => kept.signal.aborted).toBe(true);
  expect(kept.signal.reason).toBeInstanceOf(DeadlinePassed);
  expect(kept.signal.reason).toMatchObject({ delayMs: 5000, message: 'no answer in 5000 ms' });
  expect(cancelled.signal.aborted).toBe(false);
});

it('waits longer than the 24.8 days that a system timer holds', async () => {
  const clock = new MovableClock();
  const done = vi.fn();
  const timer = clock.after(40 * 24 * hourMs, done);
  await turn();
  expect(done).not.toHaveBeenCalled();
  clock.setOffset(39 * 24 * hourMs);
  await turn();
  await turn();
  expect(done).not.toHaveBeenCalled();
  clock.setOffset(41 * 24 * hourMs);
  await expect.poll(() => done.mock.calls.length).toBe(1);
  timer.cancel();
});

it('is kept alive by what somebody awaits, never by housekeeping or by a guard', () => {
  const run = (body: (clock: Clock) => unknown) => {
    const script = `import { MovableClock } from './server/lib/clock.ts'; const clock = new MovableClock(); await (${body})(clock);`;
    const { status, stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
      timeout: 10_000,
    });
    return { status, stdout };
  };
  expect(
    run(async (clock) => {
      await clock.sleep(50);
      process.stdout.write('awake');
    }),
  ).toEqual({ status: 0, stdout: 'awake' });
  expect(
    run((clock) => {
      clock.every(10, () => process.stdout.write('housekeeping'));
      clock.after(60_000, () => process.stdout.write('by force')).unref();
    }),
  ).toEqual({ status: 0, stdout: '' });
});
