/**
 * Runs costly work a few at a time. Those who wait take turns by key, so that one who asks a thousand times
 * delays himself; urgent work goes first. Full means full: waiting without end helps nobody.
 */
export class FairQueue {
  readonly #limits: { readonly running: number; readonly waitingPerKey: number; readonly waiting: number };
  #running = 0;
  #waiting = 0;
  readonly #urgent: (() => void)[] = [];
  /** In turn order: a key that was served goes to the end. */
  readonly #turns = new Map<string, (() => void)[]>();

  constructor(limits: { running: number; waitingPerKey: number; waiting: number }) {
    this.#limits = limits;
  }

  /** Null: too many are waiting, nothing was run. */
  async run<Value>(key: string, urgent: boolean, work: () => Promise<Value>): Promise<Value | null> {
    if (this.#running < this.#limits.running) this.#running++;
    else if (!(await this.#wait(key, urgent))) return null;
    try {
      return await work();
    } finally {
      this.#handOver();
    }
  }

  /** Resolves true when a place was handed over to us; the count of the running stays as it is. */
  #wait(key: string, urgent: boolean): Promise<boolean> {
    if (this.#isFull(key, urgent)) return Promise.resolve(false);
    return new Promise((resolve) => {
      if (urgent) {
        this.#urgent.push(() => resolve(true));
        return;
      }
      this.#waiting++;
      const start = () => {
        this.#waiting--;
        resolve(true);
      };
      this.#turns.set(key, [...(this.#turns.get(key) ?? []), start]);
    });
  }

  /** Whoever is urgent is not kept out by the others. */
  #isFull(key: string, urgent: boolean): boolean {
    const { waiting, waitingPerKey } = this.#limits;
    if (urgent) return this.#urgent.length >= waiting;
    return this.#waiting >= waiting || (this.#turns.get(key)?.length ?? 0) >= waitingPerKey;
  }

  #handOver(): void {
    const next = this.#urgent.shift() ?? this.#nextInTurn();
    if (next) next();
    else this.#running--;
  }

  #nextInTurn(): (() => void) | undefined {
    for (const [key, starts] of this.#turns) {
      const start = starts.shift();
      this.#turns.delete(key);
      if (starts.length > 0) this.#turns.set(key, starts);
      if (start) return start;
    }
    return undefined;
  }
}
