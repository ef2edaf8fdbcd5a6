import type { TestDatabase, TestDatabaseOptions } from '#/tests/support/deps.ts';
import type { Product, ProductOptions } from '#/tests/support/product.ts';

/**
 * A bench measures what was promised, on real commits (fsync on) and the production build.
 * Every file `tests/bench/*.ts` with a default export of this shape is run by `npm run bench`:
 *
 *     export default {
 *       name: 'queue',
 *       async run(stage) {
 *         const { deps } = await stage.database();
 *         const sorted = (await measure(deps)).sort(byValue);
 *         return [{ what: 'send -> handler, p50', value: percentile(sorted, 50), unit: 'ms', target: { atMost: 20 } }];
 *       },
 *     } satisfies Bench;
 */
export interface Bench {
  readonly name: string;
  run(stage: BenchStage): Promise<readonly Figure[]>;
}

/** One row of the table. Without a target it is only told. */
export interface Figure {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly target?: Target;
}
export type Target = { readonly atMost: number } | { readonly atLeast: number } | { readonly exactly: number };

/** What a bench stands on; the frame ends it all when the bench is over. */
export interface BenchStage {
  /** A migrated database of its own, with `deps` on it. */
  database(options?: TestDatabaseOptions): Promise<TestDatabase>;
  /** Web and worker of the production build, on a database of their own unless one is named. */
  product(options?: Partial<ProductOptions>): Promise<Product>;
  /** The Chromium of this machine, found as `npm test` finds it. */
  chromium(): Promise<string>;
  say(line: string): void;
}

export function meets(value: number, target: Target): boolean {
  if (Number.isNaN(value)) return false;
  if ('atMost' in target) return value <= target.atMost;
  if ('atLeast' in target) return value >= target.atLeast;
  return value === target.exactly;
}

export const byValue = (left: number, right: number): number => left - right;

/** Nearest rank: the smallest measured value that `percent` of all do not exceed. NaN of nothing: it meets no target. */
export function percentile(sorted: readonly number[], percent: number): number {
  const rank = Math.max(1, Math.ceil((percent / 100) * sorted.length));
  return sorted[rank - 1] ?? Number.NaN;
}
export const median = (values: readonly number[]): number => percentile([...values].sort(byValue), 50);
