import { LiveConnection } from '#/app/_ui/live/live-connection.ts';
import { publish } from '#/server/live/service.ts';
import { testDeps } from '#/tests/support/deps.ts';
import { signInOverHttp } from '#/tests/support/http-sign-in.ts';
import { registerPerson } from '#/tests/support/people.ts';
import { type Bench, byValue, percentile } from './bench.ts';

const people = 5;
const pagesOfEach = 4;
const events = 300;
const pauseMs = 20;

/** From the call of COMMIT to the page's own code: production server, real sign-in, the code that browsers run. */
export default {
  name: 'live',
  async run(stage) {
    const product = await stage.product();
    const { deps, database } = testDeps(product.databaseUrl, { env: { LOG_LEVEL: 'error' } });
    const committing = new Map<number, number>();
    const latencies: number[] = [];
    let open = 0;
    const leave: (() => void)[] = [];
    for (let n = 0; n < people; n++) {
      const person = await registerPerson(deps);
      const cookie = await signInOverHttp(product.url, person);
      for (let page = 0; page < pagesOfEach; page++) {
        const connection = new LiveConnection({ url: `${product.url}/api/live`, headers: () => ({ cookie }) });
        const stop = connection.listen((news) => {
          if (news.kind === 'reset') open++;
          else latencies.push(performance.now() - (committing.get((news.payload as { n: number }).n) ?? Number.NaN));
        });
        leave.push(stop);
      }
    }
    await until(() => open === people * pagesOfEach);
    for (let n = 0; n < events; n++) {
      await deps.db.$transaction(async (tx) => {
        await publish(tx, { to: 'everybody', topic: 'bench.measure', payload: { n } });
        committing.set(n, performance.now());
      });
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
    await until(() => latencies.length === events * people * pagesOfEach);
    for (const stop of leave) stop();
    await database.close();
    const sorted = latencies.sort(byValue);
    return [
      {
        what: `commit -> page, p95 of ${people * pagesOfEach} pages`,
        value: percentile(sorted, 95),
        unit: 'ms',
        target: { atMost: 100 },
      },
      { what: 'commit -> page, p50', value: percentile(sorted, 50), unit: 'ms' },
    ];
  },
} satisfies Bench;

async function until(done: () => boolean): Promise<void> {
  for (const untilMs = performance.now() + 30_000; !done(); ) {
    if (performance.now() > untilMs) throw new Error('the pages did not hear everything');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
