import type pg from 'pg';

/**
 * Wakes who LISTENs, after the commit and outside of it. A NOTIFY inside a transaction makes PostgreSQL commit one
 * such transaction at a time, each waiting for its own flush to the disk: 300 a second instead of 3 000. The price:
 * when a process dies between commit and bell, listeners find the row at their next look, so every one of them looks
 * on its own as well (docs/decisions/live-channel.md).
 */
export class Bell {
  readonly #pool: Pick<pg.Pool, 'query'>;
  readonly #waiting = new Map<string, readonly [channel: string, payload: string]>();
  #ringing: Promise<void> | null = null;

  constructor(pool: Pick<pg.Pool, 'query'>) {
    this.#pool = pool;
  }

  ring(channel: string, payload: string): void {
    this.#waiting.set(`${channel} ${payload}`, [channel, payload]);
    this.#ringing ??= this.#ringAll().finally(() => {
      this.#ringing = null;
    });
  }

  /** What came while one ring was on its way is rung together. */
  async #ringAll(): Promise<void> {
    while (this.#waiting.size > 0) {
      const rings = [...this.#waiting.values()];
      this.#waiting.clear();
      await this.#pool
        .query({
          name: 'ring-bell',
          text: 'SELECT pg_notify(channel, payload) FROM unnest($1::text[], $2::text[]) AS ring (channel, payload)',
          values: [rings.map(([channel]) => channel), rings.map(([, payload]) => payload)],
        })
        .catch(() => {});
    }
  }

  async settled(): Promise<void> {
    await this.#ringing;
  }
}

interface Rope {
  readonly bell: Bell;
  /** In a transaction: what is rung when it has committed. */
  readonly atCommit: [channel: string, payload: string][] | null;
}
const ropes = new WeakMap<object, Rope>();

/** These run each statement by itself: when it has returned, it is committed. */
export function hangBell(bell: Bell, ...executors: object[]): void {
  for (const executor of executors) ropes.set(executor, { bell, atCommit: null });
}

/** Runs `work` with a transaction's client; the caller calls the returned function once that has committed. */
export function collectRings(bell: Bell, transaction: object): () => void {
  const atCommit: Rope['atCommit'] = [];
  ropes.set(transaction, { bell, atCommit });
  return () => {
    for (const [channel, payload] of atCommit) bell.ring(channel, payload);
  };
}

/**
 * Called after the statement that somebody waits for. Inside a transaction of ours the bell rings when that has
 * committed; on a connection of one's own, which we cannot see commit, the listeners look by themselves.
 */
export function wakeAfterCommit(executor: object, channel: string, payload = ''): void {
  const rope = ropes.get(executor);
  if (!rope) return;
  if (rope.atCommit) rope.atCommit.push([channel, payload]);
  else rope.bell.ring(channel, payload);
}
