import type { Clock } from '#/server/lib/clock.ts';
import type { LiveHub, Subscriber } from './hub.ts';
import type { LiveEvent, Reader } from './model.ts';

export const beatMs = 15_000;
/** A reader who does not read: what waits for them must not fill the memory. They come again and continue. */
const mostWaitingBytes = 1_048_576;

interface StreamOptions {
  readonly hub: Pick<LiveHub, 'subscribe'>;
  readonly clock: Pick<Clock, 'every'>;
  readonly reader: Reader;
  readonly after: string | null;
  /** Who the reader is now; null: signed out, blocked. Asked on every beat and when a session of theirs has ended. */
  readonly recheck: () => Promise<Reader | null>;
}

/**
 * `text/event-stream` for one reader. The id of a line is the place to continue from after it: of several events that
 * came together only the last carries the new place, so that a cut between them repeats rather than loses.
 */
export function openLiveStream(options: StreamOptions): ReadableStream<Uint8Array> {
  let end: () => void = () => {};
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        end = tell(options, controller);
      },
      cancel() {
        end();
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark: mostWaitingBytes }),
  );
}

function tell(
  { hub, clock, reader, after, recheck }: StreamOptions,
  controller: ReadableStreamDefaultController<Uint8Array>,
): () => void {
  const encoder = new TextEncoder();
  let place = after;
  let isOpen = true;
  let current = reader;
  let isChecking = false;
  let subscription: { close(): void } | null = null;

  function write(text: string): void {
    if (!isOpen) return;
    if ((controller.desiredSize ?? 0) > 0) controller.enqueue(encoder.encode(text));
    else end();
  }
  function end(): void {
    if (!isOpen) return;
    isOpen = false;
    beating.cancel();
    subscription?.close();
    try {
      controller.close();
    } catch {
      // Cancelled by the reader: closed already.
    }
  }
  async function check(): Promise<void> {
    if (isChecking || !isOpen) return;
    isChecking = true;
    // A database that is away says nothing about the reader: asked again at the next beat.
    const found = await recheck().catch(() => current);
    isChecking = false;
    if (found && found.userId === current.userId) current = found;
    else {
      write('event: ended\ndata: {}\n\n');
      end();
    }
  }
  const subscriber: Subscriber = {
    get reader() {
      return current;
    },
    onEvents(events, next) {
      events.forEach((event, at) => {
        write(`id: ${at === events.length - 1 ? next : (place ?? next)}\ndata: ${dataOf(event)}\n\n`);
      });
      place = next;
      if (events.some(({ topic }) => topic === 'session.ended')) void check();
    },
    onReset(next) {
      place = next;
      write(`event: reset\nid: ${next}\ndata: {}\n\n`);
    },
    onReady(next) {
      place = next;
      write(`event: ready\nid: ${next}\ndata: {}\n\n`);
    },
    onClosed: end,
  };
  // Something at once: a proxy or a browser that waits for the first byte takes the stream for dead.
  controller.enqueue(encoder.encode(': stardesk\n\n'));
  const beating = clock.every(beatMs, () => {
    // No data, so nothing is told to the page; but its place moves on with time and does not grow too old.
    write(place === null ? ': beat\n\n' : `: beat\nid: ${place}\n\n`);
    void check();
  });
  subscription = hub.subscribe(subscriber, after);
  return end;
}

/** `payload` is JSON text already. */
function dataOf({ id, topic, payload }: LiveEvent): string {
  return `{"id":"${id}","topic":${JSON.stringify(topic)},"payload":${payload}}`;
}
