import { z } from 'zod';
import { defineJob } from '#/server/queue/define-job.ts';
import { enqueue } from '#/server/queue/enqueue.ts';
import { handleJob } from '#/server/queue/handle-job.ts';
import { startQueue } from '#/server/queue/start-queue.ts';
import { type Bench, byValue, percentile } from './bench.ts';

const singles = 300;
const many = 5_000;
const job = defineJob({
  name: 'bench.measure',
  payload: z.object({ n: z.number().max(1e9) }),
  policy: { concurrency: 8 },
});

/** From the commit that enqueues to the first line of the handler, one at a time; then how many a second go through. */
export default {
  name: 'queue',
  async run(stage) {
    const { deps } = await stage.database({ poolSize: 16, env: { LOG_LEVEL: 'error' } });
    const waiting = new Map<number, () => void>();
    const worker = await startQueue(deps, [handleJob(job, async ({ n }) => waiting.get(n)?.())]);
    const send = (n: number) => {
      const handled = new Promise<number>((resolve) => waiting.set(n, () => resolve(performance.now())));
      return { handled, sent: deps.db.$transaction((tx) => enqueue(tx, job, { n })) };
    };
    const latencies: number[] = [];
    for (let n = 0; n < singles; n++) {
      const startedMs = performance.now();
      const { handled, sent } = send(n);
      await sent;
      latencies.push((await handled) - startedMs);
    }
    const startedMs = performance.now();
    const all: Promise<number>[] = [];
    for (let n = 0; n < many; n += 50) {
      const batch = Array.from({ length: 50 }, (_, at) => send(singles + n + at));
      await Promise.all(batch.map(({ sent }) => sent));
      all.push(...batch.map(({ handled }) => handled));
    }
    await Promise.all(all);
    const perSecond = many / ((performance.now() - startedMs) / 1000);
    await worker.stop(1_000);
    const sorted = latencies.slice(20).sort(byValue);
    return [
      { what: 'send -> handler, p50', value: percentile(sorted, 50), unit: 'ms', target: { atMost: 20 } },
      { what: 'send -> handler, p99', value: percentile(sorted, 99), unit: 'ms' },
      { what: 'jobs sent one a transaction and handled', value: perSecond, unit: '/s' },
    ];
  },
} satisfies Bench;
