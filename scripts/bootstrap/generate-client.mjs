/** `prisma generate` when the schema changed. Its engine is not needed for that and not fetched. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beginStep } from '../terminal/step.mjs';
import { Explained } from './explained.mjs';
import { words } from './words.mjs';

export async function generateClient(root) {
  const stampPath = path.join(root, 'server', 'generated', '.schema-stamp');
  const stamp = schemaStamp(root);
  if (existsSync(stampPath) && readFileSync(stampPath, 'utf8') === stamp) return;
  const step = beginStep(words.client, words.generating);
  const said = await generate(root);
  if (said !== null) {
    step.failed(null);
    throw new Explained(words.generateFailed(said));
  }
  writeFileSync(stampPath, stamp);
  step.done(words.generated);
}

function schemaStamp(root) {
  const hash = createHash('sha256');
  const prisma = JSON.parse(readFileSync(path.join(root, 'node_modules', 'prisma', 'package.json'), 'utf8'));
  hash.update(prisma.version);
  for (const file of globSync('prisma/**/*.prisma', { cwd: root }).sort()) {
    hash.update(`\0${file}\0`).update(readFileSync(path.join(root, file)));
  }
  return hash.digest('hex');
}

function generate(root) {
  const child = spawn(process.execPath, [path.join(root, 'node_modules', 'prisma', 'build', 'index.js'), 'generate'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    // Any executable will do: `generate` only checks that there is one, instead of downloading it.
    env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: '1', NO_COLOR: '1' },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => (said += text));
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => resolve(code === 0 ? null : said.trim()));
  });
}
