import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import pg from 'pg';
import { Launcher } from '#/tests/support/launcher.ts';

test.setTimeout(240_000);
let launcher: Launcher;
test.beforeEach(async ({ browserName: _ }, { title }) => {
  launcher = new Launcher(title.replaceAll(/\W+/g, '-'));
});
test.afterEach(() => launcher.remove());

const processes = {
  launcher: /scripts\/start\.ts/,
  web: /next-server|next start/,
  worker: /worker\/main\.ts/,
  postgres: /bin\/postgres -D/,
};
const allOfThem = 5; // these and the keeper; what PostgreSQL starts itself is counted with it

async function ready(): Promise<string> {
  await expect.poll(() => launcher.address(), { timeout: 90_000 }).not.toBeNull();
  return launcher.address() ?? '';
}
const isReady = (url: string) =>
  fetch(`${url}/readyz`, { signal: AbortSignal.timeout(3000) }).then(
    (answer) => answer.status,
    () => 0,
  );
const topProcesses = () => launcher.processes().filter(({ command }) => !command.startsWith('postgres: '));

async function database<Value>(work: (client: pg.Client) => Promise<Value>): Promise<Value> {
  const connectionString = readFileSync(join(launcher.home, 'secrets/demo/DATABASE_URL'), 'utf8').trim();
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
const people = () => database(async (client) => (await client.query(`SELECT login FROM users ORDER BY 1`)).rows);

for (const [name, pattern] of Object.entries(processes)) {
  test(`the ${name} is killed`, async () => {
    launcher.start();
    const url = await ready();
    await database((client) =>
      client.query(`INSERT INTO users (id, login, login_key) VALUES (gen_random_uuid(), 'kept', 'kept')`),
    );
    const before = await people();
    const pid = launcher.pidOf(pattern);
    expect(pid).toBeGreaterThan(0);
    process.kill(pid, 'SIGKILL');

    if (name === 'launcher') {
      // Everybody else leaves by himself, PostgreSQL last; and a new start need not wait for that.
      await expect.poll(topProcesses, { timeout: 30_000 }).toEqual([]);
    } else {
      await expect.poll(() => launcher.pidOf(pattern), { timeout: 20_000 }).not.toBe(pid);
      await expect.poll(() => isReady(url), { timeout: 40_000 }).toBe(200);
      expect(await launcher.end('SIGTERM')).toBe(0);
    }
    launcher.start();
    expect(await isReady(await ready())).toBe(200);
    expect(await people()).toEqual(before);
    expect(topProcesses().map(({ command }) => command)).toHaveLength(allOfThem);
    expect(await launcher.end('SIGTERM')).toBe(0);
    await expect.poll(() => launcher.processes(), { timeout: 10_000 }).toEqual([]);
  });
}

test('everything is killed at once, and started again at once', async () => {
  launcher.start();
  await ready();
  const before = await people();
  for (const { pid } of launcher.processes()) process.kill(pid, 'SIGKILL');
  launcher.start();
  expect(await isReady(await ready())).toBe(200);
  expect(await people()).toEqual(before);
  expect(await launcher.end('SIGTERM')).toBe(0);
  await expect.poll(() => launcher.processes(), { timeout: 10_000 }).toEqual([]);
});
