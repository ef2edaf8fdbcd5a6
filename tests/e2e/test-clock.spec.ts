import { expect, test } from '@playwright/test';
import pg from 'pg';
import { signInOverHttp } from '#/tests/support/http-sign-in.ts';
import { startProduct } from '#/tests/support/product.ts';
import { cloneTemplate, dropDatabase } from '#/tests/support/template.ts';
import { startTestClockServer } from '#/tests/support/test-clock-server.ts';

const dayMs = 24 * 3_600_000;

test('moves time for web and worker by one call: sessions end, beats are of the moved time', async () => {
  test.setTimeout(90_000);
  const { TEST_DATABASE_URL: server = '', TEST_DATABASE_TEMPLATE: template = '' } = process.env;
  const databaseUrl = await cloneTemplate(server, template);
  const clock = await startTestClockServer();
  // Moved before anything starts: the very first request already finds this time.
  await clock.move(30 * dayMs);
  const product = await startProduct({ databaseUrl, name: 'test-clock', env: { TEST_CLOCK_URL: clock.url } });
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
  try {
    const { demo } = product.firstSteps;
    if (!demo) throw new Error('the demo was not seeded');
    const cookie = await signInOverHttp(product.url, demo);
    const who = async () => (await fetch(`${product.url}/app`, { headers: { cookie }, redirect: 'manual' })).status;
    const daysAhead = async (column: string, table: string) => {
      const { rows } = await pool.query(
        `SELECT max(extract(epoch FROM ${column} - now())) / 86400 AS days FROM ${table}`,
      );
      return Math.round(Number(rows[0].days));
    };
    expect(await who()).toBe(200);
    expect(await daysAhead('created_at', 'sessions')).toBe(30);
    expect(clock.followers).toBeGreaterThanOrEqual(2);
    await clock.move(6 * dayMs);
    expect(await who()).toBe(200);
    await clock.move(8 * dayMs);
    expect(await who()).not.toBe(200);
    await expect.poll(() => daysAhead('beat_at', 'worker_beats')).toBe(44);
    expect((await fetch(`${product.url}/readyz`)).status).toBe(200);
  } finally {
    await pool.end();
    await product.stop();
    await clock.close();
    await dropDatabase(databaseUrl);
  }
});
