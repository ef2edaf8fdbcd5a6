import { expect, test } from '@playwright/test';
import { Launcher } from '#/tests/support/launcher.ts';

test.setTimeout(150_000);
let launcher: Launcher;
test.afterEach(() => launcher.remove());
const statusOf = async (url: string) => (await fetch(url, { signal: AbortSignal.timeout(5000) })).status;

test('one command starts everything, says one address, and Ctrl-C leaves nothing behind', async () => {
  launcher = new Launcher('start');
  launcher.start([], { BOT_TOKEN: '123456789:ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefgh', LANG: 'ru_RU.UTF-8' });
  await expect.poll(() => launcher.address(), { timeout: 90_000 }).not.toBeNull();
  const url = launcher.address() ?? '';
  expect(launcher.output.match(/http:\/\//g)).toHaveLength(1);
  expect(launcher.output.trimEnd().split('\n').at(-1)).toBe(`Stardesk: ${url}`);
  expect(launcher.output).not.toContain('\u001b');
  expect(launcher.output).toMatch(/BOT_TOKEN/);
  expect(launcher.output).not.toContain('ABCDEFGHIJKLMNOP');
  expect(launcher.output).toContain('demo');
  expect(await statusOf(`${url}/readyz`)).toBe(200);
  expect(await statusOf(`${url}/login`)).toBe(200);
  const adminPath = /\/setup\?key=\S+/.exec(launcher.output)?.[0];
  expect(await statusOf(`${url}${adminPath}`)).toBe(200);

  const second = new Launcher('start-again');
  second.start([], { STARDESK_HOME: launcher.home });
  // A signal that does nothing: it ends by itself.
  expect(await second.end('SIGCONT')).toBe(1);
  expect(second.output).toMatch(/3\d{3}/);
  await second.remove();
  expect(await statusOf(`${url}/readyz`)).toBe(200);

  const beganAt = performance.now();
  expect(await launcher.end('SIGINT')).toBe(0);
  expect(performance.now() - beganAt).toBeLessThan(10_000);
  await expect.poll(() => launcher.processes(), { timeout: 5000 }).toEqual([]);
});

test('a faulty configuration is told whole, /healthz stays up, and only Ctrl-C ends it', async () => {
  launcher = new Launcher('faulty');
  launcher.start(['--live'], {
    LOG_LEVEL: 'loud',
    REGISTRATION: 'perhaps',
    DATABASE_POOL_SIZE: 'many',
    PUBLIC_URL: 'ftp://desk',
    METRICS_TOKEN: 'short',
  });
  await expect.poll(() => /127\.0\.0\.1:(\d+)\/healthz/.exec(launcher.output)?.[1], { timeout: 90_000 }).toBeTruthy();
  const base = `http://127.0.0.1:${/127\.0\.0\.1:(\d+)\/healthz/.exec(launcher.output)?.[1]}`;
  for (const name of ['LOG_LEVEL', 'REGISTRATION', 'DATABASE_POOL_SIZE', 'PUBLIC_URL', 'METRICS_TOKEN']) {
    expect(launcher.output.match(new RegExp(`✗ ${name}`, 'g')), name).toHaveLength(1);
  }
  expect(launcher.output).not.toContain('http://');
  await expect.poll(() => statusOf(`${base}/healthz`).catch(() => 0), { timeout: 30_000 }).toBe(200);
  expect(await statusOf(`${base}/readyz`)).toBe(503);
  expect(launcher.address()).toBeNull();
  await launcher.end('SIGINT');
  await expect.poll(() => launcher.processes(), { timeout: 5000 }).toEqual([]);
});
