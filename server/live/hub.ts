import type { Deps } from '#/server/lib/deps.ts';
import { type Listener, listen } from '#/server/lib/listen.ts';
import { readAfter, readBetween, readEpoch } from './data.ts';
import {
  canContinue,
  formatPlace,
  type LiveEvent,
  liveChannel,
  mayRead,
  type Place,
  parsePlace,
  type Reader,
} from './model.ts';

/** One open stream, as the hub sees it. Calls come in order; none comes after `close`. */
export interface Subscriber {
  readonly reader: Reader;
  /** What the reader may see of a batch, possibly nothing, and the place after it. */
  onEvents(events: readonly LiveEvent[], place: string): void;
  /** Where the reader was cannot be continued from. */
  onReset(place: string): void;
  /** Once, after whatever was missed: from here on events come as they happen. */
  onReady(place: string): void;
  /** The hub stops, or could not tell what it had to: come again. */
  onClosed(): void;
}
export type HubDeps = Pick<Deps, 'config' | 'pool' | 'clock' | 'log'>;
interface Membership {
  /** Where to begin; null: from now on. */
  readonly after: string | null;
  isReady: boolean;
}

/** A bell may not have rung (lib/bell.ts): looked without one as well, while somebody listens. */
const lookAnywayMs = 1_000;
const retryMs = 500;
const catchUpsAtOnce = 8;

/**
 * One per process: one LISTEN connection and one query per wake-up, whatever the number of readers. Everything happens
 * in one loop, one round at a time, so that nobody is told twice or passed over between catching up and going along.
 */
export class LiveHub {
  readonly #deps: HubDeps;
  readonly #members = new Map<Subscriber, Membership>();
  readonly #stopping = new AbortController();
  #listener: Listener | null = null;
  #lookAnyway: { cancel(): void } | null = null;
  #epoch: string | null = null;
  #place: Place | null = null;
  #isDue = false;
  #rounds: Promise<void> | null = null;

  constructor(deps: HubDeps) {
    this.#deps = deps;
  }

  subscribe(subscriber: Subscriber, after: string | null): { close(): void } {
    if (this.#stopping.signal.aborted) subscriber.onClosed();
    else {
      this.#members.set(subscriber, { after, isReady: false });
      this.#listen();
      this.#wake();
    }
    return { close: () => void this.#members.delete(subscriber) };
  }

  countOf(userId: string): number {
    return [...this.#members.keys()].filter(({ reader }) => reader.userId === userId).length;
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#lookAnyway?.cancel();
    for (const subscriber of this.#members.keys()) subscriber.onClosed();
    this.#members.clear();
    await this.#listener?.close();
    await this.#rounds;
  }

  #listen(): void {
    const { config, clock, log } = this.#deps;
    this.#listener ??= listen({
      database: config.database,
      applicationName: 'stardesk-live',
      channels: { [liveChannel]: () => this.#wake() },
      onConnect: () => {
        this.#epoch = null;
      },
      clock,
      log,
    });
    this.#lookAnyway ??= clock.every(lookAnywayMs, () => this.#wake());
  }

  #wake(): void {
    this.#isDue = true;
    this.#rounds ??= this.#goRounds().finally(() => {
      this.#rounds = null;
    });
  }

  async #goRounds(): Promise<void> {
    const { signal } = this.#stopping;
    while (this.#isDue && !signal.aborted) {
      this.#isDue = false;
      try {
        await this.#goRound();
      } catch (error) {
        this.#deps.log.warn({ event: 'live_read_failed', err: error });
        this.#isDue = true;
        await this.#deps.clock.sleep(retryMs, signal);
      }
    }
  }

  async #goRound(): Promise<void> {
    // Who joins while this round reads waits for the next: this read may have begun before they came.
    const joining = [...this.#members].filter(([, { isReady }]) => !isReady);
    const before = this.#place;
    if (this.#members.size === 0) {
      this.#place = null;
      return;
    }
    this.#epoch ??= await readEpoch(this.#deps.pool);
    const { events, place } = await readAfter(this.#deps.pool, this.#epoch, before);
    this.#place = place;
    const goesOn = before === null || canContinue(before, place);
    for (const [subscriber, { isReady }] of this.#members) {
      if (!isReady) continue;
      if (goesOn) subscriber.onEvents(visibleTo(subscriber, events), formatPlace(place));
      else subscriber.onReset(formatPlace(place));
    }
    for (let at = 0; at < joining.length; at += catchUpsAtOnce) {
      const some = joining.slice(at, at + catchUpsAtOnce);
      await Promise.all(some.map(([subscriber, membership]) => this.#join(subscriber, membership, place)));
    }
  }

  async #join(subscriber: Subscriber, membership: Membership, place: Place): Promise<void> {
    const missed = await this.#missed(subscriber.reader, membership.after, place);
    if (!this.#members.has(subscriber)) return;
    if (missed === 'unknown') {
      this.#members.delete(subscriber);
      subscriber.onClosed();
      return;
    }
    if (missed === 'too-much') subscriber.onReset(formatPlace(place));
    else if (missed.length > 0) subscriber.onEvents(missed, formatPlace(place));
    subscriber.onReady(formatPlace(place));
    membership.isReady = true;
  }

  async #missed(
    reader: Reader,
    after: string | null,
    until: Place,
  ): Promise<readonly LiveEvent[] | 'too-much' | 'unknown'> {
    if (after === null) return [];
    const from = parsePlace(after);
    if (!from || !canContinue(from, until)) return 'too-much';
    try {
      return (await readBetween(this.#deps.pool, reader, from, until)) ?? 'too-much';
    } catch (error) {
      this.#deps.log.warn({ event: 'live_catch_up_failed', err: error });
      return 'unknown';
    }
  }
}

function visibleTo({ reader }: Subscriber, events: readonly LiveEvent[]): readonly LiveEvent[] {
  return events.filter((event) => mayRead(reader, event));
}
