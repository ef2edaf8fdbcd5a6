/**
 * Locks that the system releases when their holder dies, however it dies: SQLite's own locks on an empty file.
 * A stale file therefore means nothing, and no process number has to be trusted.
 */

import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';

const busy = 5;

/**
 * @param {string} file
 * @param {{ shared?: boolean, waitMs?: number, onWait?: () => void }} [options]
 * @returns {Promise<{ release(): void } | null>} null: somebody else kept it for all of `waitMs`
 */
export async function lockFile(file, { shared = false, waitMs = 0, onWait } = {}) {
  const giveUpAt = performance.now() + waitMs;
  let lock = tryLock(file, shared);
  if (!lock && waitMs > 0) onWait?.();
  while (!lock && performance.now() < giveUpAt) {
    await sleep(100);
    lock = tryLock(file, shared);
  }
  return lock;
}

/** @returns {{ release(): void } | null} */
function tryLock(file, shared) {
  const database = new DatabaseSync(file, { timeout: 0 });
  try {
    // A read inside a transaction holds the shared lock until it ends.
    if (shared) database.exec('BEGIN; SELECT count(*) FROM sqlite_schema');
    else database.exec('BEGIN EXCLUSIVE');
    return { release: () => database.close() };
  } catch (error) {
    database.close();
    if (error?.errcode === busy) return null;
    throw error;
  }
}
