/** The second step, already under the right Node: packages as locked, PostgreSQL's links, Prisma's client. */
import { chmodSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { note } from '../terminal/step.mjs';
import { lockFile } from './file-lock.mjs';
import { generateClient } from './generate-client.mjs';
import { installPackages } from './install-packages.mjs';
import { explainFolder } from './own-folder.mjs';
import { words } from './words.mjs';

export async function prepare(root) {
  const own = path.join(root, '.stardesk');
  const locks = path.join(own, 'locks');
  try {
    mkdirSync(locks, { recursive: true });
    // The user that runs PostgreSQL passes through here; secrets inside have modes of their own.
    if (process.getuid?.() === 0) chmodSync(own, 0o755);
  } catch (error) {
    throw explainFolder(error, own);
  }
  // `npm start` beside `npm test`: one installs, the other waits for it and finds everything done.
  const lock = await lockFile(path.join(locks, 'prepare'), {
    waitMs: 15 * 60_000,
    onWait: () => note(words.packages, words.waitingForOther),
  }).catch((error) => {
    throw explainFolder(error, locks);
  });
  try {
    await installPackages(root);
    await generateClient(root);
  } finally {
    lock?.release();
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    await prepare(process.cwd());
  } catch (error) {
    if (error?.name !== 'Explained') throw error;
    if (error.message) console.error(error.message);
    process.exitCode = 1;
  }
}
