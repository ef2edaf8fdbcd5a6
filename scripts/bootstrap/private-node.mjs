/** Where the Node is too old: Node 24 from the npm registry, for this folder only. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { beginStep } from '../terminal/step.mjs';
import { Explained } from './explained.mjs';
import { npm } from './npm.mjs';
import { explainFolder } from './own-folder.mjs';
import { words } from './words.mjs';

const version = '24.21.0';
/** From here on TypeScript and node:sqlite run without a warning. */
const oldest = [24, 15];

export function isNewEnough(have) {
  const [major, minor] = have.split('.').map(Number);
  return major > oldest[0] || (major === oldest[0] && minor >= oldest[1]);
}

export async function privateNode(root) {
  const shelf = path.join(root, '.stardesk', 'node');
  const home = path.join(shelf, version);
  if (runs(binaryIn(home))) return binaryIn(home);
  const step = beginStep(words.node, words.takingNode(process.versions.node, version));
  // Filled apart and put in place in one move: a start beside this one sees all of it or nothing.
  const workplace = makeWorkplace(shelf);
  try {
    const taken = await take(workplace);
    putInPlace(taken, home, path.join(workplace, 'broken'));
    step.done(words.tookNode(version));
    return binaryIn(home);
  } catch (error) {
    step.failed(null);
    throw error;
  } finally {
    rmSync(workplace, { recursive: true, force: true });
  }
}

/** The package of this platform is the bare binary; `node` chooses one by an install script of its own. */
async function take(workplace) {
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const attempts = [
    { name: `node-${system}-${process.arch}`, spec: `node-${system}-${process.arch}@${version}`, scripts: false },
    { name: 'node', spec: 'node@24', scripts: true },
  ];
  let why = '';
  for (const { name, spec, scripts } of attempts) {
    const said = await npm(
      ['install', '--prefix', workplace, '--no-save', '--no-package-lock', `--ignore-scripts=${!scripts}`, spec],
      { cwd: workplace },
    );
    const folder = path.join(workplace, 'node_modules', name);
    if (said === null && runs(binaryIn(folder))) return folder;
    why ||= said ?? spawnSync(binaryIn(folder), ['--version'], { encoding: 'utf8' }).stderr ?? '';
  }
  throw new Explained(words.nodeFailed(version, why));
}

function makeWorkplace(shelf) {
  try {
    mkdirSync(shelf, { recursive: true });
    return mkdtempSync(path.join(shelf, '.taking-'));
  } catch (error) {
    throw explainFolder(error, shelf);
  }
}

/** Another start may have been quicker: then its copy is as good as ours, and in use. */
function putInPlace(folder, home, aside) {
  if (runs(binaryIn(home))) return;
  try {
    if (existsSync(home)) renameSync(home, aside);
    renameSync(folder, home);
  } catch (error) {
    if (!runs(binaryIn(home))) throw error;
  }
}

function binaryIn(folder) {
  return process.platform === 'win32' ? path.join(folder, 'bin', 'node.exe') : path.join(folder, 'bin', 'node');
}

function runs(binary) {
  return existsSync(binary) && spawnSync(binary, ['--version'], { stdio: 'ignore' }).status === 0;
}
