import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { lockFile } from './file-lock.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'stardesk-lock-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = path.join(folder, 'lock');
const holder = `
  import { lockFile } from ${JSON.stringify(path.join(import.meta.dirname, 'file-lock.mjs'))};
  const lock = await lockFile(${JSON.stringify(file)});
  console.log(lock ? 'holding' : 'refused');
  setInterval(() => {}, 1000);
`;

it('keeps one holder, and is given back by the system when that is killed', async () => {
  const other = spawn(process.execPath, ['--input-type=module', '-e', holder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = await once(other.stdout, 'data');
  expect(String(said)).toContain('holding');
  expect(await lockFile(file)).toBeNull();
  other.kill('SIGKILL');
  await once(other, 'exit');
  const lock = await lockFile(file);
  expect(lock).not.toBeNull();
  lock?.release();
});

it('lets many share what nobody has alone', async () => {
  const [one, two] = [await lockFile(file, { shared: true }), await lockFile(file, { shared: true })];
  expect(one && two).toBeTruthy();
  expect(await lockFile(file)).toBeNull();
  one?.release();
  expect(await lockFile(file)).toBeNull();
  two?.release();
  const alone = await lockFile(file);
  expect(alone).not.toBeNull();
  expect(await lockFile(file, { shared: true })).toBeNull();
  alone?.release();
});

it('waits for its turn and says that it does', async () => {
  const first = await lockFile(file);
  let waited = false;
  const onWait = () => {
    waited = true;
    first?.release();
  };
  const second = lockFile(file, { waitMs: 10_000, onWait });
  expect(await second).not.toBeNull();
  expect(waited).toBe(true);
  (await second)?.release();
});
