import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readServerState } from './server-state.ts';

let data = '';
beforeEach(() => {
  data = mkdtempSync(path.join(tmpdir(), 'stardesk-data-'));
});
afterEach(() => rmSync(data, { recursive: true }));
const file = () => path.join(data, 'postmaster.pid');
const write = (pid: number) => writeFileSync(file(), `${pid}\n${data}\n1\n54329\n\n127.0.0.1\n1 2\nready   \n`);

it('sees no server where none ever was, or where it was killed', () => {
  expect(readServerState(data)).toBeNull();
  write(2 ** 22 + 1);
  expect(readServerState(data)).toBeNull();
  // PostgreSQL itself clears it, once it has made sure that nobody is in the shared memory.
  expect(existsSync(file())).toBe(true);
});

it("does not take a stranger with a server's old number for that server, and lets a new one start", () => {
  write(process.pid);
  expect(readServerState(data)).toBeNull();
  expect(existsSync(file())).toBe(false);
});
