import {
  BrokenCircuitError,
  BulkheadRejectedError,
  bulkhead,
  CircuitState,
  CountBreaker,
  circuitBreaker,
  ExponentialBackoff,
  handleWhen,
  type IBackoff,
} from 'cockatiel';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';
import { withSpan } from './tracing.ts';
import { type Answer, neverLeftUs, Refused } from './upstream-answer.ts';

/**
 * One policy for each system outside: how many calls at once, how long one may take, when to stop asking for a while.
 * Breaker, bulkhead and backoff curve are cockatiel's; every wait is our clock's, so that a moved clock moves them too.
 */
export interface Upstream {
  readonly name: string;
  call<Value>(work: (signal: AbortSignal) => Promise<Value>, options: CallOptions): Promise<Answer<Value>>;
  state(): UpstreamState;
}
export interface CallOptions {
  /** May be sent again after silence without doing anything twice. Only then it is retried. */
  readonly idempotent: boolean;
  /** Instead of RESILIENCE_TIMEOUT. */
  readonly timeoutMs?: number;
  /** Whoever asked no longer waits (shutdown, closed page): no further try, and what is in flight is given up. */
  readonly signal?: AbortSignal;
}
export interface UpstreamState {
  readonly name: string;
  readonly circuit: 'closed' | 'open' | 'half_open';
  readonly running: number;
  readonly waiting: number;
  /** Since when nothing is asked. */
  readonly openSince: Date | null;
}
export interface UpstreamLimits {
  /** Calls at once, and how many more may wait for their turn. */
  readonly running: number;
  readonly waiting: number;
}
interface Parts {
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics?: Pick<Metrics, 'upstreamCalls' | 'upstreamCircuit'>;
}
const usualLimits: UpstreamLimits = { running: 32, waiting: 256 };
/** Opens when more than half of the last ten calls found silence, after five at the earliest. */
const breakerOptions = { threshold: 0.5, size: 10, minimumNumberOfCalls: 5 };
const circuitNames = {
  [CircuitState.Closed]: 'closed',
  [CircuitState.HalfOpen]: 'half_open',
  [CircuitState.Open]: 'open',
  [CircuitState.Isolated]: 'open',
} as const satisfies Record<CircuitState, UpstreamState['circuit']>;

/** Silence. A refusal is an answer: it says nothing about the health of who gave it. */
class NoAnswer extends Error {
  readonly neverLeft: boolean;
  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.neverLeft = neverLeftUs(cause);
  }
}
/** Our own side gave up before the work began. */
class NeverBegun extends Error {}

export function createUpstream(
  name: string,
  config: Config['resilience'],
  { clock, log, metrics }: Parts,
  limits: UpstreamLimits = usualLimits,
): Upstream {
  let openSince: Date | null = null;
  const places = bulkhead(limits.running, limits.waiting);
  const breaker = circuitBreaker(
    handleWhen((error) => error instanceof NoAnswer),
    {
      breaker: new CountBreaker(breakerOptions),
      halfOpenAfter: { next: () => reopening(clock, config.circuitResetMs) },
    },
  );
  breaker.onStateChange((state) => {
    const circuit = circuitNames[state];
    openSince = circuit === 'closed' ? null : (openSince ?? clock.now());
    metrics?.upstreamCircuit.labels(name).set(circuit === 'closed' ? 0 : 1);
    log.warn({ event: 'upstream.circuit', upstream: name, circuit }, `circuit of ${name} is ${circuit}`);
  });
  const delays = new ExponentialBackoff({ initialDelay: config.backoffBaseMs, maxDelay: config.backoffCapMs });

  async function attempt<Value>(work: (signal: AbortSignal) => Promise<Value>, options: CallOptions): Promise<Value> {
    const deadline = clock.deadline(options.timeoutMs ?? config.timeoutMs);
    const signal = options.signal ? AbortSignal.any([deadline.signal, options.signal]) : deadline.signal;
    let begun = false;
    const asked = () =>
      breaker.execute(async () => {
        begun = true;
        try {
          return await untilAborted(work(signal), signal);
        } catch (error) {
          throw error instanceof Refused ? error : new NoAnswer(error);
        }
      });
    try {
      // Waiting for a place counts as well: nobody waits longer than the deadline.
      return await untilAborted(
        places.execute(() => (signal.aborted ? Promise.reject(new NeverBegun()) : asked())),
        signal,
      );
    } catch (error) {
      if (!signal.aborted || error instanceof Refused) throw error;
      throw begun ? new NoAnswer(signal.reason) : new NeverBegun();
    } finally {
      deadline.cancel();
    }
  }

  async function tryOut<Value>(
    work: (signal: AbortSignal) => Promise<Value>,
    options: CallOptions,
  ): Promise<Answer<Value>> {
    let silence: Error | null = null;
    let delay: IBackoff<unknown> = delays.next();
    for (let tries = 0; ; tries++) {
      const ended = await attempt(work, options).then(
        (value): Answer<Value> => ({ kind: 'answered', value }),
        (error): Answer<Value> => answerOf(error, options.signal?.aborted ?? false),
      );
      if (ended.kind === 'answered' || ended.kind === 'refused') return ended;
      if (ended.kind === 'no_answer') silence = ended.error;
      const again = ended.kind === 'no_answer' || ended.reason === 'unreachable';
      if (options.idempotent && again && tries < config.retries && !options.signal?.aborted) {
        await clock.sleep(delay.duration, options.signal);
        delay = delay.next(undefined);
        continue;
      }
      // What was certainly not sent the last time may have been sent before.
      return silence ? { kind: 'no_answer', error: silence } : ended;
    }
  }

  return {
    name,
    async call(work, options) {
      const startedMs = clock.monotonicMs();
      const answer = await withSpan(`upstream ${name}`, { 'stardesk.upstream': name }, () => tryOut(work, options));
      metrics?.upstreamCalls.labels(name, answer.kind).observe((clock.monotonicMs() - startedMs) / 1000);
      return answer;
    },
    state: () => ({
      name,
      circuit: circuitNames[breaker.state],
      running: limits.running - places.executionSlots,
      waiting: limits.waiting - places.queueSlots,
      openSince,
    }),
  };
}

/** Every upstream of a process, made at its first use; `states()` is what health shows. */
export interface Upstreams {
  of(name: string, limits?: UpstreamLimits): Upstream;
  states(): readonly UpstreamState[];
}
export function createUpstreams(config: Config['resilience'], parts: Parts): Upstreams {
  const made = new Map<string, Upstream>();
  return {
    of(name, limits) {
      const upstream = made.get(name) ?? createUpstream(name, config, parts, limits);
      made.set(name, upstream);
      return upstream;
    },
    states: () => [...made.values()].map((upstream) => upstream.state()),
  };
}

function answerOf(error: unknown, cancelled: boolean): Exclude<Answer<never>, { kind: 'answered' }> {
  if (error instanceof Refused) return { kind: 'refused', refusal: error };
  if (error instanceof BrokenCircuitError) return { kind: 'not_sent', reason: 'circuit_open' };
  if (error instanceof BulkheadRejectedError) return { kind: 'not_sent', reason: 'busy' };
  if (error instanceof NeverBegun) return { kind: 'not_sent', reason: cancelled ? 'cancelled' : 'busy' };
  if (!(error instanceof NoAnswer)) throw error;
  if (error.neverLeft) return { kind: 'not_sent', reason: 'unreachable' };
  return { kind: 'no_answer', error: error.cause instanceof Error ? error.cause : error };
}

/** Work that does not listen to its signal is left behind; whatever it says later is nobody's. */
function untilAborted<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

/** cockatiel asks how long a circuit stays open: until our clock says that the time is over. */
function reopening(clock: Clock, resetMs: number): IBackoff<unknown> {
  const untilMs = clock.monotonicMs() + resetMs;
  return {
    get duration() {
      return clock.monotonicMs() >= untilMs ? 0 : Number.POSITIVE_INFINITY;
    },
    next: () => reopening(clock, resetMs),
  };
}
