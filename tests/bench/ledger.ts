import { credit, hold, house, type LedgerCommand, transfer } from '#/server/ledger/model.ts';
import { reconcile } from '#/server/ledger/reconcile/data.ts';
import { postAllAlone, postAlone } from '#/server/ledger/service.ts';
import type { Deps } from '#/server/lib/deps.ts';
import type { Bench, BenchStage, Figure } from './bench.ts';
import { byValue, percentile } from './bench.ts';

const connections = 64;
const secondsEach = 5;
const people = 1_000;
const now = new Date('2026-11-20T10:00:00.000Z');
const person = (index: number) => `person-${index % people}`;

/** Every post is a commit of its own on the disk; the last row proves that none of them was wrong. */
export default {
  name: 'ledger',
  async run(stage: BenchStage): Promise<Figure[]> {
    const { deps } = await stage.database({ poolSize: connections });
    for (let index = 0; index < people; index += 100) await fund(deps, index);
    const pass = (index: number): LedgerCommand =>
      transfer({
        ...{ key: `pass:${index}`, kind: 'pass', asset: 'stars', amount: 1n, now },
        ...{ from: person(index), to: person(index * 7 + 1 + (index % 5)) },
      });
    const sale = (index: number): LedgerCommand =>
      credit({
        ...{ key: `sale:${index}`, kind: 'sale', asset: 'stars', amount: 1n, now },
        ...{ owner: person(index), from: house('one-counterpart') },
      });
    const plan = (index: number): LedgerCommand[] =>
      Array.from({ length: 10 }, (_, unit) =>
        hold({
          ...{ key: `plan:${index}:${unit}`, owner: person(index), asset: 'stars', amount: 1n, expiresAt: null, now },
        }),
      );
    stage.say(`${people} people, ${secondsEach} s each`);
    const alone = await load(1, (index) => postAlone(deps, pass(index)));
    const together = await load(connections, (index) => postAlone(deps, pass(index + 10_000_000)));
    const crowded = await load(connections, (index) => postAlone(deps, sale(index)));
    const plans = await load(1, (index) => postAllAlone(deps, plan(index)));
    const { differenceCount, entries, tookMs } = await reconcile(deps);
    stage.say(`reconcile: ${entries} entries in ${tookMs} ms`);
    return [
      { what: 'one post alone, p50', value: alone.p50, unit: 'ms' },
      { what: 'posts on 1 connection', value: alone.perSecond, unit: '/s' },
      { what: `posts on ${connections} connections, many people`, value: together.perSecond, unit: '/s' },
      { what: `posts on ${connections} connections, one counterpart`, value: crowded.perSecond, unit: '/s' },
      { what: 'ten holds in one commit, p50', value: plans.p50, unit: 'ms' },
      { what: 'differences found by reconcile', value: differenceCount, unit: '', target: { exactly: 0 } },
    ];
  },
} satisfies Bench;

async function fund(deps: Deps, first: number): Promise<void> {
  const commands = Array.from({ length: 100 }, (_, index) =>
    credit({
      ...{ key: `fund:${first + index}`, kind: 'fund', owner: person(first + index), from: house('fund') },
      ...{ asset: 'stars', amount: 1_000_000n, now },
    }),
  );
  const result = await postAllAlone(deps, commands);
  if (!result.ok) throw new Error(result.failure.code);
}

/** `work` gets a number of its own each time. Any refusal ends the bench: what is measured must have happened. */
async function load(workers: number, work: (index: number) => Promise<{ readonly ok: boolean }>) {
  const tookMs: number[] = [];
  let index = 0;
  const started = performance.now();
  const until = started + secondsEach * 1000;
  const worker = async () => {
    while (performance.now() < until) {
      const from = performance.now();
      const { ok } = await work(index++);
      if (!ok) throw new Error('a post was refused');
      tookMs.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: workers }, worker));
  const seconds = (performance.now() - started) / 1000;
  return { perSecond: tookMs.length / seconds, p50: percentile(tookMs.sort(byValue), 50) };
}
