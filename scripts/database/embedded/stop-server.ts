import { setTimeout as sleep } from 'node:timers/promises';
import { lockFile } from '#/scripts/bootstrap/file-lock.mjs';
import { isAlive, type LiveServer, readServerState } from './server-state.ts';

/** Also called on behalf of a launcher that was killed. */
export async function stopUnlessUsed(usersLock: string, home: { readonly data: string }): Promise<void> {
  const alone = await lockFile(usersLock);
  if (!alone) return;
  try {
    const server = readServerState(home.data);
    if (server) await stopServer(server);
  } finally {
    alone.release();
  }
}

/** Fast, that is: sessions are ended, what was committed stays; the hard ways follow when that takes too long. */
async function stopServer(server: LiveServer): Promise<void> {
  const ways: [NodeJS.Signals, number][] = [
    ['SIGINT', 2_000],
    ['SIGQUIT', 1_000],
    ['SIGKILL', 500],
  ];
  for (const [signal, waitMs] of ways) {
    try {
      process.kill(server.pid, signal);
    } catch {
      return;
    }
    const giveUpAt = performance.now() + waitMs;
    while (performance.now() < giveUpAt) {
      if (!isAlive(server.pid)) return;
      await sleep(25);
    }
  }
}
