import type { Clock } from '#/server/lib/clock.ts';
import type { LiveHub } from '#/server/live/hub.ts';
import type { Reader } from '#/server/live/model.ts';
import { openLiveStream } from '#/server/live/stream.ts';

export interface LiveBlock {
  readonly id: string | null;
  readonly event: string;
  readonly data: { id: string; topic: string; payload: { n?: number } } | null;
}

/** A page that reads a live stream as a browser does: it keeps the last id, and knows an event again by its number. */
export class LivePage {
  readonly blocks: LiveBlock[] = [];
  readonly seen = new Map<string, number>();
  lastId: string | null = null;
  isEnded = false;
  #reader: ReadableStreamDefaultReader<Uint8Array> | null = null;

  open(
    hub: LiveHub,
    clock: Clock,
    reader: Reader,
    recheck: () => Promise<Reader | null> = async () => reader,
    after = this.lastId,
  ): this {
    const stream = openLiveStream({ hub, clock, reader, after, recheck });
    this.isEnded = false;
    this.#reader = stream.getReader();
    void this.#read(this.#reader);
    return this;
  }

  async close(): Promise<void> {
    const reader = this.#reader;
    this.#reader = null;
    await reader?.cancel();
  }

  get events(): LiveBlock[] {
    return this.blocks.filter(({ event, data }) => event === 'message' && data !== null);
  }
  /** Payload numbers, each event once. */
  get numbers(): number[] {
    return [...this.seen.values()];
  }
  has(event: string): boolean {
    return this.blocks.some((block) => block.event === event);
  }

  async #read(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
    for (;;) {
      const { done, value } = await reader.read();
      // What arrives after the cut never reached the page.
      if (reader !== this.#reader) return;
      if (done) {
        this.isEnded = true;
        return;
      }
      for (const text of new TextDecoder().decode(value).split('\n\n').filter(Boolean)) this.#take(text);
    }
  }

  #take(text: string): void {
    const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(text)?.[1] ?? null;
    const data = field('data');
    const block: LiveBlock = {
      id: field('id'),
      event: field('event') ?? (data === null ? 'comment' : 'message'),
      data: data === null || data === '{}' ? null : JSON.parse(data),
    };
    this.blocks.push(block);
    if (block.id !== null) this.lastId = block.id;
    if (block.data) this.seen.set(block.data.id, block.data.payload.n ?? 0);
  }
}
