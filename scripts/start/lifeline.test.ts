import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { identify, isStillThere } from './process-identity.ts';

const lifeline = pathToFileURL(path.join(import.meta.dirname, 'lifeline.mjs')).href;
/** Starts a child the way the launcher does, which itself has a child, and says their numbers. */
const launcher = `
  import { spawn } from 'node:child_process';
  const stubborn = "process.on('SIGTERM', () => {}); setInterval(() => {}, 1000);"
    + "const own = require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);"
    + "console.log(process.pid + ' ' + own.pid);";
  const child = spawn(process.execPath, ['--import', ${JSON.stringify(lifeline)}, '-e', stubborn], {
    stdio: ['ignore', 'inherit', 'inherit', 'pipe'], detached: true, env: { ...process.env, STARDESK_LIFELINE: '3' },
  });
  setInterval(() => {}, 1000);
`;

it('ends a child and what that has started when the launcher is killed, also one that ignores signals', async () => {
  const process_ = spawn(process.execPath, ['--input-type=module', '-e', launcher], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = await once(process_.stdout, 'data');
  const children = String(said)
    .trim()
    .split(' ')
    .map((pid) => identify(Number(pid)));
  expect(children.every((child) => child !== null)).toBe(true);
  try {
    process_.kill('SIGKILL');
    await expect.poll(() => children.some((child) => child && isStillThere(child)), { timeout: 15_000 }).toBe(false);
  } finally {
    for (const child of children) if (child && isStillThere(child)) process.kill(child.pid, 'SIGKILL');
  }
});
