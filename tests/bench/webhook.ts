import { Agent, request } from 'node:http';
import { testDeps } from '#/tests/support/deps.ts';
import { messageUpdate } from '#/tests/support/updates.ts';
import { type Bench, byValue, percentile } from './bench.ts';

const connections = 40;
const seconds = 60;
const perSecondWanted = 300;
const forged = 2_000;
const secret = 'bench-secret-of-the-door';

/**
 * Forty lines deliver for a minute, each its next update when the last was answered; what was answered 200 must lie in
 * the inbox. Without a bot's worker: what is measured is the door.
 */
export default {
  name: 'webhook',
  async run(stage) {
    const pool = { DATABASE_POOL_SIZE: '16', DATABASE_MAX_OVERFLOW: '8' };
    const product = await stage.product({ env: { TELEGRAM_WEBHOOK_SECRET: secret, ...pool } });
    const { database, deps } = testDeps(product.databaseUrl, { env: { LOG_LEVEL: 'error' } });
    const deliver = makeDeliver(product.url);
    let lastId = 0;
    // Warm: compiled, connected.
    await Promise.all(Array.from({ length: connections }, () => deliver(++lastId, secret)));
    const warm = lastId;
    const latencies: number[] = [];
    let refused = 0;
    const startedMs = performance.now();
    const untilMs = startedMs + seconds * 1000;
    await Promise.all(
      Array.from({ length: connections }, async () => {
        while (performance.now() < untilMs) {
          const sentMs = performance.now();
          const status = await deliver(++lastId, secret);
          latencies.push(performance.now() - sentMs);
          if (status !== 200) refused++;
        }
      }),
    );
    const tookSeconds = (performance.now() - startedMs) / 1000;
    const turnedAway = await Promise.all(Array.from({ length: forged }, (_, n) => deliver(1e9 + n, `${secret}${n}`)));
    const { rows } = await deps.pool.query(
      'SELECT count(*)::int AS kept, max(update_id)::float8 AS last FROM inbox_updates',
    );
    await database.close();
    const sorted = latencies.sort(byValue);
    const accepted = latencies.length - refused;
    return [
      {
        what: 'updates committed and answered',
        value: accepted / tookSeconds,
        unit: '/s',
        target: { atLeast: perSecondWanted },
      },
      { what: 'answer, p99', value: percentile(sorted, 99), unit: 'ms', target: { atMost: 150 } },
      { what: 'answer, p50', value: percentile(sorted, 50), unit: 'ms' },
      { what: 'lost', value: accepted + warm - rows[0].kept, unit: '', target: { exactly: 0 } },
      {
        what: 'forged, turned away with 401',
        value: turnedAway.filter((status) => status === 401).length,
        unit: '',
        target: { exactly: forged },
      },
      { what: 'forged, kept', value: rows[0].last >= 1e9 ? 1 : 0, unit: '', target: { exactly: 0 } },
    ];
  },
} satisfies Bench;

/** Node's plain client: fetch would cost as much of the two cores as the server. */
function makeDeliver(url: string) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const { hostname, port } = new URL(url);
  return (updateId: number, shown: string): Promise<number> =>
    new Promise((resolve, reject) => {
      const body = JSON.stringify(messageUpdate(updateId, 'Сколько у меня звёзд', updateId % 500));
      const sent = request(
        {
          agent,
          hostname,
          port,
          method: 'POST',
          path: '/api/telegram/webhook',
          headers: {
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(body),
            'x-telegram-bot-api-secret-token': shown,
          },
        },
        (answer) => {
          answer.resume();
          answer.once('end', () => resolve(answer.statusCode ?? 0));
        },
      );
      sent.once('error', reject);
      sent.end(body);
    });
}
