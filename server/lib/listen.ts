import type { Clock, Timer } from './clock.ts';
import type { Config } from './config.ts';
import { openConnection } from './db.ts';
import type { Log } from './log.ts';

export interface Listener {
  /** Whether a wake-up can arrive right now; while false everything has to be asked for. */
  readonly connected: boolean;
  close(): Promise<void>;
}
export interface ListenOptions {
  readonly database: Pick<Config['database'], 'url' | 'poolTimeoutMs'>;
  readonly applicationName: string;
  /** Called on each NOTIFY, and once after every (re)connection: what was notified meanwhile is lost. */
  readonly channels: Readonly<Record<string, () => void>>;
  /** Before that first call of each connection: another database may stand behind it now. */
  readonly onConnect?: () => void;
  readonly clock: Clock;
  readonly log: Log;
}

const pulseMs = 10_000;
const pulseDeadlineMs = 5_000;
const firstRetryMs = 100;
const lastRetryMs = 5_000;

/** Holds one LISTEN connection for as long as it is wanted: PostgreSQL may restart, a cable may be pulled. */
export function listen(options: ListenOptions): Listener {
  const { clock, log } = options;
  const stopping = new AbortController();
  let connected = false;

  async function holdOnce(): Promise<void> {
    const client = openConnection(options.database, options.applicationName);
    const lost = new Promise<void>((resolve) => {
      client.once('end', () => resolve());
      client.once('error', () => resolve());
      stopping.signal.addEventListener('abort', () => resolve(), { once: true });
    });
    client.on('notification', ({ channel }) => options.channels[channel]?.());
    let pulse: Timer | null = null;
    try {
      await client.connect();
      for (const channel of Object.keys(options.channels)) await client.query(`LISTEN "${channel}"`);
      connected = true;
      options.onConnect?.();
      for (const wake of Object.values(options.channels)) wake();
      // A socket can die without a word: only an answer proves that it lives.
      const dead = new Promise<void>((resolve) => {
        pulse = clock.every(pulseMs, () => {
          const deadline = clock.after(pulseDeadlineMs, resolve);
          client.query('SELECT 1').then(
            () => deadline.cancel(),
            () => resolve(),
          );
        });
      });
      await Promise.race([lost, dead]);
    } finally {
      connected = false;
      (pulse as Timer | null)?.cancel();
      // Ending a dead connection can wait for ever: nobody waits for it.
      client.end().catch(() => {});
    }
  }

  async function hold(): Promise<void> {
    let retryMs = firstRetryMs;
    while (!stopping.signal.aborted) {
      const since = clock.monotonicMs();
      await holdOnce().catch((error: unknown) => log.debug({ err: error }, 'listening was not possible'));
      if (stopping.signal.aborted) return;
      retryMs = clock.monotonicMs() - since > lastRetryMs ? firstRetryMs : Math.min(retryMs * 2, lastRetryMs);
      log.warn({ event: 'listen_lost', applicationName: options.applicationName, retryMs });
      await clock.sleep(retryMs, stopping.signal);
    }
  }

  const held = hold();
  return {
    get connected() {
      return connected;
    },
    async close() {
      stopping.abort();
      await held;
    },
  };
}
