import type { WorkerParts } from '#/server/compose.worker.ts';
import { type Listener, listen } from '#/server/lib/listen.ts';
import { startQueue } from '#/server/queue/start-queue.ts';
import { startBeats } from './beats.ts';
import { handledJobs } from './handlers.ts';

/** The launcher gives a worker four seconds; most jobs end in two, the others are given back. */
const graceMs = 2_000;
const firstRetryMs = 1_000;
const lastRetryMs = 10_000;

export interface Supervisor {
  readonly isRunning: boolean;
  /** Takes nothing new, ends or gives back what is under way, and goes. */
  stop(): Promise<void>;
}

type Stop = () => Promise<void>;

/** Starts the worker's parts in order and stops them in the opposite one. A database that is away is waited for. */
export function supervise(parts: WorkerParts, httpPort: number): Supervisor {
  const { deps } = parts;
  const { clock, log } = deps;
  const stopping = new AbortController();
  let stops: Stop[] = [];
  let isRunning = false;

  async function startOnce(): Promise<void> {
    await parts.clockReady;
    const beats = await startBeats(deps, { httpPort });
    stops.push(() => beats.stop());
    const bot = parts.runBot();
    stops.push(() => bot.stop(graceMs));
    const listener: Listener = listen({
      database: deps.config.database,
      applicationName: 'stardesk-worker-listen',
      channels: { stardesk_inbox: bot.wake, stardesk_outbox: bot.wake },
      clock,
      log,
    });
    stops.push(() => listener.close());
    const queue = await startQueue(deps, handledJobs(deps));
    stops.push(() => queue.stop(graceMs));
    isRunning = true;
    log.info({ event: 'worker_started', httpPort });
  }

  async function start(): Promise<void> {
    for (
      let retryMs = firstRetryMs;
      !isRunning && !stopping.signal.aborted;
      retryMs = Math.min(retryMs * 2, lastRetryMs)
    ) {
      try {
        await startOnce();
      } catch (error) {
        log.warn({ event: 'worker_not_started', retryMs, err: error });
        await stopAll();
        await clock.sleep(retryMs, stopping.signal);
      }
    }
  }

  /** The beat last: until then this worker is not gone. */
  async function stopAll(): Promise<void> {
    const [beats, ...others] = stops;
    stops = [];
    const settled = await Promise.allSettled(others.map((stop) => stop()));
    settled.push(...(await Promise.allSettled([beats?.()])));
    for (const one of settled) if (one.status === 'rejected') log.warn({ event: 'stop_failed', err: one.reason });
  }

  const started = start();
  return {
    get isRunning() {
      return isRunning;
    },
    async stop() {
      stopping.abort();
      await started;
      isRunning = false;
      await stopAll();
      await parts.close();
    },
  };
}
