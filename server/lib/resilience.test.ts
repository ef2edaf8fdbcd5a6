import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { MovableClock } from './clock.ts';
import { createLog } from './log.ts';
import { createMetrics } from './metrics.ts';
import { createUpstream, createUpstreams, type Upstream } from './resilience.ts';
import { type Answer, Refused } from './upstream-answer.ts';

/** A real server that hangs, fails, refuses and cuts lines as it is told; `seen` counts what reached it. */
type Behaviour = (request: IncomingMessage, response: ServerResponse) => void;
const answers: Behaviour = (_, response) => void response.end('fine');
const hangs: Behaviour = () => {};
const fails: Behaviour = (_, response) => void response.writeHead(500).end();
const refuses: Behaviour = (_, response) => void response.writeHead(429, { 'retry-after': '7' }).end();
const cuts: Behaviour = (request) => void request.socket.destroy();
let plan: Behaviour[] = [];
let [usual, seen] = [answers, 0];
const server = createServer((request, response) => {
  seen += 1;
  (plan.shift() ?? usual)(request, response);
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
afterAll(() => void server.close().closeAllConnections());

const clock = new MovableClock();
const lines: string[] = [];
const log = createLog({ logLevel: 'info' }, 'script', { write: (line) => void lines.push(line) });
const metrics = createMetrics();
const config = { timeoutMs: 60_000, retries: 3, backoffBaseMs: 1, backoffCapMs: 4, circuitResetMs: 30_000 };
const slowly = { ...config, backoffBaseMs: 3_600_000, backoffCapMs: 3_600_000 };
let upstream: Upstream;
beforeEach(() => {
  [plan, usual, seen] = [[], answers, 0];
  lines.length = 0;
  upstream = createUpstream('testing', config, { clock, log, metrics });
});

const ask =
  (address = root) =>
  async (signal: AbortSignal) => {
    const response = await fetch(address, { signal });
    const text = await response.text();
    if (response.status === 429) {
      throw new Refused('slow_down', { status: 429, retryAfterMs: Number(response.headers.get('retry-after')) * 1000 });
    }
    if (!response.ok) throw new Error(`status ${response.status}`);
    return text;
  };
const once = { idempotent: false };
const again = { idempotent: true };
const kinds = (all: Answer<unknown>[]) =>
  all.map((answer) => (answer.kind === 'not_sent' ? answer.reason : answer.kind));
/** Moves the clock as soon as so many requests are there. */
async function moveWhenSeen(count: number, byMs: number): Promise<void> {
  await expect.poll(() => seen).toBe(count);
  clock.setOffset(clock.offsetMs + byMs);
}

describe('what an answer means', () => {
  it('is the value where the upstream gave one', async () => {
    expect(await upstream.call(ask(), once)).toEqual({ kind: 'answered', value: 'fine' });
  });

  it('is a refusal, with what was said, and never asked again nor held against the upstream', async () => {
    usual = refuses;
    const refusal = { code: 'slow_down', status: 429, retryAfterMs: 7000 };
    for (let call = 0; call < 12; call++) {
      expect(await upstream.call(ask(), again)).toMatchObject({ kind: 'refused', refusal });
    }
    expect(seen).toBe(12);
    expect(upstream.state().circuit).toBe('closed');
  });

  it.each([
    ['a line that is cut', cuts],
    ['an error of the server', fails],
  ])('is silence after %s: it may have happened, so it is not sent again', async (_, behaviour) => {
    plan = [behaviour];
    expect(await upstream.call(ask(), once)).toMatchObject({ kind: 'no_answer' });
    expect(seen).toBe(1);
  });

  it('is silence when the deadline passes on our clock, also for work that does not listen', async () => {
    usual = hangs;
    const listening = upstream.call(ask(), once);
    await moveWhenSeen(1, 60_000);
    expect(await listening).toMatchObject({ kind: 'no_answer', error: { message: 'no answer in 60000 ms' } });
    const deaf = upstream.call(() => ask()(new AbortController().signal), { ...once, timeoutMs: 5_000 });
    await moveWhenSeen(2, 5_000);
    expect(await deaf).toMatchObject({ kind: 'no_answer', error: { message: 'no answer in 5000 ms' } });
    expect(upstream.state()).toMatchObject({ running: 0, waiting: 0 });
  });

  it('is "not sent" where no connection came about', async () => {
    const nobody = createServer();
    await new Promise<void>((resolve) => nobody.listen(0, '127.0.0.1', resolve));
    const address = `http://127.0.0.1:${(nobody.address() as AddressInfo).port}`;
    await new Promise((resolve) => nobody.close(resolve));
    expect(await upstream.call(ask(address), once)).toEqual({ kind: 'not_sent', reason: 'unreachable' });
    expect(await upstream.call(ask('http://nobody.invalid'), once)).toEqual({
      kind: 'not_sent',
      reason: 'unreachable',
    });
  });

  it('is silence all the same when only the last of several tries was certainly not sent', async () => {
    let tries = 0;
    plan = [cuts];
    const answer = await upstream.call((signal) => ask(tries++ === 0 ? root : 'http://nobody.invalid')(signal), again);
    expect(answer).toMatchObject({ kind: 'no_answer' });
    expect(tries).toBe(4);
  });
});

describe('trying again', () => {
  it('happens after silence for what is idempotent, until an answer comes', async () => {
    plan = [fails, cuts];
    expect(await upstream.call(ask(), again)).toEqual({ kind: 'answered', value: 'fine' });
    expect(seen).toBe(3);
  });

  it('ends after RESILIENCE_RETRIES', async () => {
    usual = fails;
    expect(await upstream.call(ask(), again)).toMatchObject({ kind: 'no_answer', error: { message: 'status 500' } });
    expect(seen).toBe(4);
  });

  it('waits on our clock, longer each time, at random, never longer than the cap', async () => {
    const waits: number[][] = [];
    class NotingClock extends MovableClock {
      readonly asleep: number[] = [];
      override async sleep(delayMs: number): Promise<void> {
        this.asleep.push(delayMs);
      }
    }
    for (let run = 0; run < 20; run++) {
      const noting = new NotingClock();
      const far = { ...config, retries: 4, backoffBaseMs: 100, backoffCapMs: 400 };
      await createUpstream('far', far, { clock: noting, log }).call(() => Promise.reject(new Error('silence')), again);
      waits.push(noting.asleep);
    }
    expect(waits.every((asleep) => asleep.length === 4)).toBe(true);
    const firsts = waits.map(([first = 0]) => first);
    expect(new Set(firsts).size).toBeGreaterThan(15);
    expect(Math.max(...waits.flat())).toBeLessThanOrEqual(400);
    const mean = (place: number) => waits.reduce((sum, one) => sum + (one[place] ?? 0), 0) / waits.length;
    expect(mean(3)).toBeGreaterThan(mean(0));
  });

  it('is given up at once when nobody waits any more', async () => {
    const slow = createUpstream('slow', slowly, { clock, log });
    const leaving = new AbortController();
    usual = fails;
    const call = slow.call(ask(), { ...again, signal: leaving.signal });
    await expect.poll(() => seen).toBe(1);
    leaving.abort();
    expect(await call).toMatchObject({ kind: 'no_answer' });
    expect(seen).toBe(1);
    expect(await slow.call(ask(), { ...again, signal: leaving.signal })).toEqual({
      kind: 'not_sent',
      reason: 'cancelled',
    });
    usual = hangs;
    const inFlight = new AbortController();
    const second = slow.call(ask(), { ...again, signal: inFlight.signal });
    await expect.poll(() => seen).toBe(2);
    inFlight.abort();
    expect(await second).toMatchObject({ kind: 'no_answer' });
  });
});

describe('the circuit', () => {
  const breakIt = async () => {
    usual = fails;
    for (let call = 0; call < 5; call++) await upstream.call(ask(), once);
  };

  it('opens after five silences: nothing is sent, the answer comes at once, health and metrics know', async () => {
    await breakIt();
    usual = answers;
    expect(await upstream.call(ask(), again)).toEqual({ kind: 'not_sent', reason: 'circuit_open' });
    expect(seen).toBe(5);
    expect(upstream.state()).toMatchObject({ circuit: 'open', openSince: expect.any(Date) });
    expect(lines.join('')).toContain('circuit of testing is open');
    const text = await metrics.registry.metrics();
    expect(text).toContain('stardesk_upstream_circuit_open{upstream="testing"} 1');
    expect(text).toMatch(/stardesk_upstream_seconds_count\{upstream="testing",outcome="not_sent"\} \d/);
  });

  it('lets one call through when our clock says so, and closes when it is answered', async () => {
    await breakIt();
    clock.setOffset(clock.offsetMs + 29_000);
    usual = answers;
    expect(kinds([await upstream.call(ask(), once)])).toEqual(['circuit_open']);
    clock.setOffset(clock.offsetMs + 1_000);
    const together = await Promise.all(Array.from({ length: 4 }, () => upstream.call(ask(), once)));
    expect(kinds(together)).toEqual(['answered', 'answered', 'answered', 'answered']);
    expect(upstream.state()).toMatchObject({ circuit: 'closed', openSince: null });
  });

  it('opens again when that one call finds silence', async () => {
    await breakIt();
    clock.setOffset(clock.offsetMs + 30_000);
    expect(kinds(await Promise.all([upstream.call(ask(), once), upstream.call(ask(), once)]))).toEqual([
      'no_answer',
      'circuit_open',
    ]);
    expect(seen).toBe(6);
    clock.setOffset(clock.offsetMs + 29_000);
    expect(kinds([await upstream.call(ask(), once)])).toEqual(['circuit_open']);
    clock.setOffset(clock.offsetMs + 1_000);
    usual = refuses;
    expect(kinds([await upstream.call(ask(), once)])).toEqual(['refused']);
    expect(upstream.state().circuit).toBe('closed');
  });
});

describe('the bulkhead', () => {
  it('lets so many run, so many wait, and turns the others away unsent', async () => {
    const narrow = createUpstream('narrow', config, { clock, log }, { running: 2, waiting: 3 });
    usual = hangs;
    const running = [narrow.call(ask(), once), narrow.call(ask(), once)];
    const waiting = [1, 2, 3].map(() => narrow.call(ask(), { ...again, timeoutMs: 5_000 }));
    expect(kinds(await Promise.all([narrow.call(ask(), again), narrow.call(ask(), again)]))).toEqual(['busy', 'busy']);
    await expect.poll(() => seen).toBe(2);
    expect(narrow.state()).toMatchObject({ running: 2, waiting: 3, circuit: 'closed' });
    // Who waited for a place until his deadline was never sent.
    clock.setOffset(clock.offsetMs + 5_000);
    expect(kinds(await Promise.all(waiting))).toEqual(['busy', 'busy', 'busy']);
    clock.setOffset(clock.offsetMs + 60_000);
    expect(kinds(await Promise.all(running))).toEqual(['no_answer', 'no_answer']);
    await expect.poll(() => narrow.state()).toMatchObject({ running: 0, waiting: 0 });
    usual = answers;
    expect(kinds(await Promise.all([1, 2, 3, 4].map(() => narrow.call(ask(), once))))).toEqual(
      Array(4).fill('answered'),
    );
    expect(seen).toBe(6);
  });
});

it('shows the state of every upstream of a process, each made once', async () => {
  const upstreams = createUpstreams(config, { clock, log });
  expect(upstreams.of('one')).toBe(upstreams.of('one'));
  upstreams.of('two');
  expect(upstreams.states().map(({ name, circuit }) => `${name} ${circuit}`)).toEqual(['one closed', 'two closed']);
});
