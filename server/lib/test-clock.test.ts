import { spawn } from 'node:child_process';
import { afterEach, expect, it, vi } from 'vitest';
import { startTestClockServer, type TestClockServer } from '#/tests/support/test-clock-server.ts';
import { createLog } from './log.ts';
import { createClock } from './test-clock.ts';

const hourMs = 3_600_000;
const lines: string[] = [];
const log = createLog({ logLevel: 'info' }, 'script', { write: (line) => void lines.push(line) });
const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
  lines.length = 0;
});

async function server(options = {}): Promise<TestClockServer> {
  const started = await startTestClockServer(options);
  closing.push(() => started.close());
  return started;
}
function follower(testClockUrl: string | null) {
  const clock = createClock({ testClockUrl }, log);
  closing.push(() => clock.close());
  return clock;
}

it('is the system clock, ready at once, where no test clock is named', async () => {
  const clock = follower(null);
  await clock.ready;
  expect(Math.abs(clock.nowMs() - Date.now())).toBeLessThan(50);
});

it('has taken over a time that was moved before it started, once it is ready', async () => {
  const source = await server();
  await source.move(hourMs);
  const clock = follower(source.url);
  await clock.ready;
  expect(Math.abs(clock.nowMs() - Date.now() - hourMs)).toBeLessThan(50);
});

it('moves time and timers of every follower within 50 ms of one call', async () => {
  const source = await server();
  const clocks = [follower(source.url), follower(source.url), follower(source.url)];
  await expect.poll(() => source.followers).toBe(3);
  const fired = vi.fn();
  for (const clock of clocks) clock.after(11 * 60_000, fired);
  const tookMs: number[] = [];
  for (let move = 1; move <= 20; move++) {
    const started = performance.now();
    await source.move(60_000);
    tookMs.push(performance.now() - started);
    for (const clock of clocks) expect(Math.abs(clock.nowMs() - Date.now() - move * 60_000)).toBeLessThan(50);
  }
  await expect.poll(() => fired.mock.calls.length).toBe(3);
  expect(tookMs.toSorted((a, b) => a - b)[10]).toBeLessThan(50);
});

it('asks again when a question ran out unanswered, and misses no move between two questions', async () => {
  const source = await server({ holdMs: 20 });
  const clock = follower(source.url);
  await clock.ready;
  for (let move = 1; move <= 30; move++) await source.move(1000);
  await expect.poll(() => Math.abs(clock.nowMs() - Date.now() - 30_000)).toBeLessThan(50);
});

it('waits for a test clock that starts later, and finds it again after a restart with other versions', async () => {
  const first = await server();
  const port = Number(new URL(first.url).port);
  await first.close();
  const clock = follower(first.url);
  const second = await startTestClockServer({ port });
  await second.setOffset(hourMs);
  await expect.poll(() => clock.nowMs() - Date.now()).toBeGreaterThan(hourMs - 50);
  await second.close();
  const third = await startTestClockServer({ port });
  closing.push(() => third.close());
  await third.setOffset(2 * hourMs);
  await expect.poll(() => clock.nowMs() - Date.now()).toBeGreaterThan(2 * hourMs - 50);
  expect(lines.filter((line) => line.includes('the test clock does not answer'))).not.toEqual([]);
});

it('moves a timer of another process, and does not keep a process alive that has nothing left to do', async () => {
  const source = await server();
  const child = spawn(process.execPath, ['--input-type=module', '-e', otherProcess, source.url]);
  let output = '';
  child.stdout.on('data', (part) => (output += part));
  const ended = new Promise((resolve) => child.on('exit', resolve));
  await expect.poll(() => output, { timeout: 10_000 }).toBe('waiting\n');
  await expect.poll(() => source.followers).toBe(1);
  await source.move(11 * 60_000);
  expect(await ended).toBe(0);
  expect(output).toBe('waiting\nwoken\n');
});
const otherProcess = `
  import { createClock } from './server/lib/test-clock.ts';
  const clock = createClock({ testClockUrl: process.argv[1] }, { warn() {} });
  await clock.ready;
  console.log('waiting');
  await clock.sleep(10 * 60_000);
  console.log('woken');
`;
