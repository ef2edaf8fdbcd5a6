import { makeBlockReader, type StreamBlock } from './event-stream.ts';

export type LiveState =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'live' }
  | { readonly kind: 'lost'; readonly retryAtMs: number }
  /** Signed out or blocked: nothing more comes until the page is loaded anew. */
  | { readonly kind: 'ended' };

export type LiveNews =
  | { readonly kind: 'event'; readonly topic: string; readonly payload: unknown }
  /** Something may have been missed: fetch again what is shown. */
  | { readonly kind: 'reset' };

export interface LiveOptions {
  readonly url: string;
  /** The place at which the page was rendered: what happened since is told first. Without it the first news is a reset. */
  readonly place?: string | null;
  /** The Mini App proves itself in a header; the dashboard by its cookie. */
  readonly headers?: () => Record<string, string>;
  readonly fetch?: typeof fetch;
}

/** The server beats every 15 s. A line that is silent for longer is dead, whatever the browser believes. */
const silenceMs = 40_000;
const firstRetryMs = 1_000;
const lastRetryMs = 30_000;
const remembered = 500;

/**
 * The page's one stream. By fetch rather than EventSource: it can carry a header, say why it was refused and tell when
 * it tries again. Continues where it was, so a page in the background may let go of it and lose nothing.
 */
export class LiveConnection {
  readonly #options: LiveOptions;
  readonly #listeners = new Set<(news: LiveNews) => void>();
  readonly #watchers = new Set<() => void>();
  readonly #known: string[] = [];
  #state: LiveState = { kind: 'connecting' };
  #place: string | null;
  #failures = 0;
  #isPaused = false;
  #attempt: AbortController | null = null;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #silence: ReturnType<typeof setTimeout> | undefined;

  constructor(options: LiveOptions) {
    this.#options = options;
    this.#place = options.place ?? null;
  }

  get state(): LiveState {
    return this.#state;
  }
  watch(onState: () => void): () => void {
    this.#watchers.add(onState);
    return () => void this.#watchers.delete(onState);
  }
  /** The stream is open while somebody listens. */
  listen(onNews: (news: LiveNews) => void): () => void {
    this.#listeners.add(onNews);
    if (!this.#attempt && !this.#retry && this.#state.kind !== 'ended') this.#open();
    return () => {
      this.#listeners.delete(onNews);
      if (this.#listeners.size === 0) this.#close();
    };
  }
  /** Lets go while nobody looks; `resume` catches up. */
  pause(): void {
    this.#isPaused = true;
    this.#close();
  }
  /** Also when the network is back: does not wait for the next try. */
  resume(): void {
    const isOpen = this.#attempt !== null && this.#state.kind === 'live';
    this.#isPaused = false;
    if (isOpen || this.#listeners.size === 0 || this.#state.kind === 'ended') return;
    this.#close();
    this.#open();
  }

  #close(): void {
    clearTimeout(this.#retry);
    clearTimeout(this.#silence);
    this.#retry = undefined;
    this.#attempt?.abort();
    this.#attempt = null;
  }

  #open(): void {
    if (this.#isPaused) return;
    const attempt = new AbortController();
    this.#attempt = attempt;
    if (this.#failures === 0) this.#become({ kind: 'connecting' });
    this.#read(attempt).then(
      (retryAfterMs) => this.#lost(attempt, retryAfterMs),
      () => this.#lost(attempt, null),
    );
  }

  async #read(attempt: AbortController): Promise<number | null> {
    const { url, headers, fetch: get = fetch } = this.#options;
    this.#hear();
    const answer = await get(url, {
      headers: { ...headers?.(), ...(this.#place !== null && { 'last-event-id': this.#place }) },
      cache: 'no-store',
      signal: attempt.signal,
    });
    if (answer.status === 401 || answer.status === 403) this.#end(attempt);
    if (!answer.ok || !answer.body) return Number(answer.headers.get('retry-after') ?? 0) * 1000 || null;
    const hadNoPlace = this.#place === null;
    const decoder = new TextDecoder();
    const take = makeBlockReader((block) => this.#take(attempt, block, hadNoPlace));
    const reader = answer.body.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done || attempt !== this.#attempt) return null;
      this.#hear();
      take(decoder.decode(value, { stream: true }));
    }
  }

  #hear(): void {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => this.#attempt?.abort(), silenceMs);
  }

  #take(attempt: AbortController, { id, event, data }: StreamBlock, hadNoPlace: boolean): void {
    if (attempt !== this.#attempt) return;
    if (id !== null) this.#place = id;
    if (event === 'ended') this.#end(attempt);
    else if (event === 'reset') this.#tell({ kind: 'reset' });
    else if (event === 'ready') {
      this.#failures = 0;
      this.#become({ kind: 'live' });
      if (hadNoPlace) this.#tell({ kind: 'reset' });
    } else if (event === 'message' && data !== null) this.#tellOnce(data);
  }

  /** A cut in the middle of several events repeats them: known again by their number. */
  #tellOnce(data: string): void {
    const { id, topic, payload } = JSON.parse(data) as { id: string; topic: string; payload: unknown };
    if (this.#known.includes(id)) return;
    this.#known.push(id);
    if (this.#known.length > remembered) this.#known.shift();
    this.#tell({ kind: 'event', topic, payload });
  }

  #tell(news: LiveNews): void {
    for (const onNews of [...this.#listeners]) onNews(news);
  }

  #end(attempt: AbortController): void {
    if (attempt !== this.#attempt) return;
    this.#close();
    this.#become({ kind: 'ended' });
  }

  #lost(attempt: AbortController, retryAfterMs: number | null): void {
    if (attempt !== this.#attempt) return;
    clearTimeout(this.#silence);
    this.#attempt = null;
    const backoffMs = Math.min(firstRetryMs * 2 ** this.#failures++, lastRetryMs);
    // Spread: after a restart of the server not everybody comes in the same instant.
    const delayMs = retryAfterMs ?? Math.round(backoffMs * (0.75 + Math.random() / 2));
    this.#become({ kind: 'lost', retryAtMs: Date.now() + delayMs });
    this.#retry = setTimeout(() => {
      this.#retry = undefined;
      this.#open();
    }, delayMs);
  }

  #become(state: LiveState): void {
    this.#state = state;
    for (const onState of [...this.#watchers]) onState();
  }
}
