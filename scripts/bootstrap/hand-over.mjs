/** Runs what comes next and becomes it, as far as signals, exit code and death are concerned. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Explained } from './explained.mjs';

/**
 * The next process reads a pipe from us on descriptor 3 and leaves when it closes: kill -9 cannot be forwarded.
 * See scripts/terminal/lifeline.mjs.
 */
export async function handOver(node, args, root) {
  const child = spawn(node, args, {
    cwd: root,
    stdio: ['inherit', 'inherit', 'inherit', 'pipe'],
    env: { ...process.env, PATH: searchPath(node, root), STARDESK_LIFELINE: '3', ...parentOf() },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      // Ctrl-C in a terminal reaches the whole group: the child has it already.
      if (signal === 'SIGINT' && process.stdin.isTTY) return;
      child.kill(signal);
    });
  }
  leaveWithNpm(child);
  return exitOf(child);
}

/** A step before: its output is shown, its failure is ours and already explained. */
export async function runToEnd(node, args) {
  const code = await exitOf(spawn(node, args, { stdio: 'inherit' }));
  if (code !== 0) throw new Explained('');
}

/** Native tools (and scripts that say `node`) must find the same Node and the project's own commands first. */
function searchPath(node, root) {
  return [path.dirname(node), path.join(root, 'node_modules', '.bin'), process.env.PATH ?? ''].join(path.delimiter);
}

/** For the launcher's record: whoever waits for it may see that its end is near. */
function parentOf() {
  const npm = findNpmProcess();
  return npm === null ? {} : { STARDESK_PARENT: String(npm) };
}

/** npm killed the hard way takes us along; without npm in front a shell may well end before us. */
function leaveWithNpm(child) {
  const npm = findNpmProcess();
  if (npm === null) return;
  const watch = setInterval(() => {
    if (findNpmProcess() === npm) return;
    // Once: a second signal means impatience.
    clearInterval(watch);
    child.kill('SIGTERM');
  }, 500).unref();
}

/** Our parent, or the one before it: npm runs scripts through a shell, and some shells stay in between. */
function findNpmProcess() {
  if (!process.env.npm_lifecycle_event) return null;
  const parent = process.ppid;
  if (process.platform !== 'linux') return parent;
  try {
    const stat = readFileSync(`/proc/${parent}/stat`, 'utf8');
    const name = stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
    const grandparent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    return /^(ba|da|z|k|a)?sh$|^busybox$/.test(name) ? grandparent : parent;
  } catch {
    return parent;
  }
}

function exitOf(child) {
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    // 128 + 15 stands for any signal: the shells' custom.
    child.on('exit', (code) => resolve(code ?? 143));
  });
}
