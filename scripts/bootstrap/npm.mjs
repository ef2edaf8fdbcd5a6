/** Runs npm quietly: what it says is kept for the case that it fails. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { Explained } from './explained.mjs';
import { words } from './words.mjs';

/** Resolves to null when npm succeeded, else to the end of what it said. */
export function npm(args, { node = process.execPath, cwd = process.cwd() } = {}) {
  const [program, first] = findNpm(node);
  const child = spawn(
    program,
    [...first, ...args, '--no-audit', '--no-fund', '--no-update-notifier', '--no-progress', '--loglevel=error'],
    // Under the Node that will use the packages, so that npm does not warn of the one it replaces.
    { cwd, stdio: ['ignore', 'pipe', 'pipe'], env: cleanEnvironment(node), shell: program.endsWith('.cmd') },
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => (said = (said + text).slice(-20_000)));
  }
  return new Promise((resolve, reject) => {
    child.on('error', () => reject(new Explained(words.noNpm)));
    child.on('exit', (code) => resolve(code === 0 ? null : lastLines(said)));
  });
}

/** The npm that started us; else the one beside this Node; else whatever PATH has. */
function findNpm(node) {
  const beside = ['../lib/node_modules/npm/bin/npm-cli.js', 'node_modules/npm/bin/npm-cli.js'];
  const started = process.env.npm_execpath ?? '';
  const found = /npm-cli\.c?js$/.test(started)
    ? started
    : beside.map((one) => path.join(path.dirname(process.execPath), one)).find((one) => existsSync(one));
  if (found && existsSync(found)) return [node, [found]];
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm', []];
}

/** npm passes its own settings on as variables; those of the outer command (prefix, workspace) are not the inner one's. */
function cleanEnvironment(node) {
  const environment = { ...process.env };
  for (const name of Object.keys(environment)) {
    if (/^npm_(package|lifecycle)_|^npm_config_(local_prefix|prefix|global|omit|include|workspace)/i.test(name)) {
      delete environment[name];
    }
  }
  environment.PATH = [path.dirname(node), environment.PATH ?? ''].join(path.delimiter);
  return environment;
}

function lastLines(text) {
  return text
    .trim()
    .split('\n')
    .slice(-15)
    .map((one) => `    ${one}`)
    .join('\n');
}
