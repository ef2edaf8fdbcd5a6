import { Agent, get } from 'node:http';
import { z } from 'zod';
import { type Clock, MovableClock } from './clock.ts';
import type { Config } from './config.ts';
import type { Log } from './log.ts';

/** The clock of a process: the system's, or in the demo and in tests one that follows TEST_CLOCK_URL. */
export interface ProcessClock extends Clock {
  /** Resolves when the time can be trusted: at once, or with the test clock's first answer (waits 5 s at most). */
  readonly ready: Promise<void>;
  close(): void;
}

export function createClock(config: Pick<Config, 'testClockUrl'>, log: Log): ProcessClock {
  const clock = new MovableClock();
  if (config.testClockUrl === null) return Object.assign(clock, { ready: Promise.resolve(), close: () => {} });
  return Object.assign(clock, followTestClock(config.testClockUrl, clock, log));
}

const firstAnswerMs = 5_000;
/** A test clock answers a long poll within 30 s also when nothing moved; one that does not is gone. */
const longestAnswerMs = 60_000;
const longestPauseMs = 1_000;

/** Asks for the state, then for the one after it, and so on: the answer comes when the clock moves (docs/decisions/test-clock.md). */
export function followTestClock(url: string, clock: MovableClock, log: Log): Pick<ProcessClock, 'ready' | 'close'> {
  // Its own waits are real time: a moved clock must not move its follower.
  const real = new MovableClock();
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const stop = new AbortController();
  const first = Promise.withResolvers<void>();
  const patience = real.after(firstAnswerMs, first.resolve);
  void first.promise.then(() => patience.cancel());

  async function follow(): Promise<void> {
    let version: number | null = null;
    for (let failures = 0; !stop.signal.aborted; ) {
      try {
        const state = await askFor(url, version, agent, real, stop.signal);
        clock.setOffset(state.offsetMs);
        version = state.version;
        failures = 0;
        first.resolve();
      } catch (error) {
        if (stop.signal.aborted) return;
        // A restarted test clock may count anew: ask for whatever it has.
        version = null;
        failures += 1;
        if (failures === 1) log.warn({ err: error, url }, 'the test clock does not answer; asking on');
        const pauseMs = Math.min(longestPauseMs, 10 * 2 ** Math.min(failures, 10));
        await new Promise<void>((resolve) => real.after(pauseMs, resolve).unref());
      }
    }
  }
  void follow();
  return {
    ready: first.promise,
    close() {
      stop.abort();
      agent.destroy();
      first.resolve();
    },
  };
}

const clockState = z.object({ offsetMs: z.number().int(), version: z.number().int() });

/** node:http, not fetch: Next replaces fetch with one that caches, and a bare socket can be kept from keeping us alive. */
function askFor(url: string, after: number | null, agent: Agent, real: Clock, stop: AbortSignal) {
  return new Promise<z.output<typeof clockState>>((resolve, reject) => {
    const request = get(after === null ? url : `${url}?after=${after}`, { agent, signal: stop }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => (body += part));
      response.on('error', reject);
      response.on('end', () => {
        try {
          resolve(clockState.parse(JSON.parse(body)));
        } catch (error) {
          reject(error);
        }
      });
    });
    const guard = real.after(longestAnswerMs, () => request.destroy(new Error('no answer'))).unref();
    request.on('socket', (socket) => socket.unref());
    request.on('error', reject);
    request.on('close', () => guard.cancel());
  });
}
