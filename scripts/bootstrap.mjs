#!/usr/bin/env node
/**
 * What every npm script runs: `node scripts/bootstrap.mjs <command> [arguments]` becomes `scripts/<command>.ts`
 * under a Node that can read it, with the packages as locked. Plain JavaScript for any Node from 18 on, no packages.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { handOver, runToEnd } from './bootstrap/hand-over.mjs';
import { isNewEnough, privateNode } from './bootstrap/private-node.mjs';
import { words } from './bootstrap/words.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const [command = '', ...args] = process.argv.slice(2);
const script = path.join(root, 'scripts', `${command}.ts`);

if (!/^[a-z][a-z-]*$/.test(command) || !existsSync(script)) {
  console.error(words.unknownCommand(command));
  process.exit(2);
}
process.chdir(root);

try {
  const prepare = path.join(root, 'scripts', 'bootstrap', 'prepare.mjs');
  const node = isNewEnough(process.versions.node) ? process.execPath : await privateNode(root);
  if (node === process.execPath) await (await import(pathToFileURL(prepare).href)).prepare(root);
  else await runToEnd(node, [prepare]);
  process.exitCode = await handOver(node, [script, ...args], root);
} catch (error) {
  // A failure that explains itself has said so already, in words and without a stack.
  if (error?.name !== 'Explained') throw error;
  if (error.message) console.error(error.message);
  process.exitCode = 1;
}
