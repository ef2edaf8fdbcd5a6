import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { assembleWeb, useWeb } from '#/server/compose.web.ts';
import { installQueue } from '#/server/queue/install.ts';
import { testDatabase } from '#/tests/support/database.ts';
import { type Knock, knocksOn, webhookSecret } from './hostile-knocks.ts';
import { contextFor, request } from './knock.ts';
import { makeWorld } from './world.ts';

/** `npm run test:long` says 20 000 and a seed of the day. */
const inputs = Number(process.env.FUZZ_INPUTS ?? 2000);
const seed = Number(process.env.FUZZ_SEED ?? 20_261_120);
const withinMs = 5000;

const { deps } = await testDatabase({
  env: { TELEGRAM_WEBHOOK_SECRET: webhookSecret, TELEGRAM_API_ROOT: 'http://127.0.0.1:1' },
});
beforeAll(async () => {
  await installQueue(deps.pool);
  useWeb(assembleWeb(deps));
});
afterAll(() => useWeb(null));

it(`answers ${inputs} hostile requests in time and without a fault of ours`, {
  timeout: 60_000 + inputs * 60,
}, async () => {
  console.info(`fuzz: FUZZ_SEED=${seed} FUZZ_INPUTS=${inputs}`);
  const seen = new Map<number, number>();
  const perWorld = 100;
  for (let done = 0; done < inputs; done += perWorld) {
    // What hit its mark has changed the people of this world, and the limits of tries would shut the doors.
    const world = await makeWorld(deps);
    await deps.pool.query('DELETE FROM rate_limits');
    const knocks = fc.sample(knocksOn(world), { seed: seed + done, numRuns: Math.min(perWorld, inputs - done) });
    for (const knock of knocks) {
      const status = await answerTo(knock);
      seen.set(status, (seen.get(status) ?? 0) + 1);
    }
  }
  // Hostile, and yet through the outer doors: a fuzz that only meets 401 proves nothing.
  expect(seen.get(200) ?? 0).toBeGreaterThan(inputs / 50);
  expect(seen.get(400) ?? 0).toBeGreaterThan(inputs / 10);
  expect(Object.prototype).not.toHaveProperty('isAdmin');
  console.info(
    `fuzz: ${[...seen]
      .sort()
      .map(([status, count]) => `${status}: ${count}`)
      .join(', ')}`,
  );
});

async function answerTo({ about, handler, path, params, method, headers, body }: Knock): Promise<number> {
  const asked = request(path, {
    method,
    headers,
    ...(body !== null && { body: body.toWellFormed() }),
  });
  const startedMs = performance.now();
  const tooLate = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error(`no answer in ${withinMs} ms`)), withinMs).unref();
  });
  const told = () =>
    `${about} ${method} ${path.slice(0, 300)} ${JSON.stringify(headers)} ${JSON.stringify(body)?.slice(0, 500)}`;
  try {
    const response = await Promise.race([Promise.resolve(handler(asked, contextFor(params))), tooLate]);
    const isStream = response.headers.get('content-type')?.startsWith('text/event-stream');
    if (isStream) await response.body?.cancel();
    const text = isStream ? '' : await Promise.race([response.text(), tooLate]);
    // Not ready is what /readyz has to say here: no worker lives in this test.
    // One call of a batch may fail by itself.
    const isFault = response.status >= 500 || /"httpStatus":5/.test(text);
    if (isFault && !path.startsWith('/readyz')) throw new Error(`${response.status} ${text.slice(0, 300)}`);
    expect(performance.now() - startedMs).toBeLessThan(withinMs);
    return response.status;
  } catch (error) {
    throw new Error(`${(error as Error).message}\n  ${told()}`, { cause: error });
  }
}
