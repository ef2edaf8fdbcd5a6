import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Explained } from '#/scripts/bootstrap/explained.mjs';
import { lockFile } from '#/scripts/bootstrap/file-lock.mjs';
import { project } from '#/scripts/project.ts';
import { say } from '#/scripts/terminal/say.ts';

/** What the pages are built from. A change anywhere in it means a new build, and nothing else does. */
const sources = [
  'app/**/*',
  'server/**/*.ts',
  'public/**/*',
  'prisma/**/*.prisma',
  '*.{ts,mjs}',
  '{package,package-lock,tsconfig}.json',
];
const notSources =
  /\.test\.tsx?$|^server\/generated\/|\.tsbuildinfo$|^(next-env\.d|playwright\.config|vitest\.config)\.ts$/;

export interface BuildOptions {
  readonly signal?: AbortSignal;
  readonly onStage?: (stage: 'waiting' | 'compiling' | 'collecting' | 'generating') => void;
}

/** `next build` unless the last one was of these very sources. One at a time, also beside `npm test`. */
export async function ensureBuild(options: BuildOptions = {}): Promise<'fresh' | 'built'> {
  mkdirSync(project.locks, { recursive: true });
  if (isBuilt()) return 'fresh';
  const lock = await lockFile(path.join(project.locks, 'build'), {
    waitMs: 15 * 60_000,
    onWait: () => options.onStage?.('waiting'),
  });
  try {
    if (isBuilt()) return 'fresh';
    const hash = hashSources();
    rmSync(stampPath(), { force: true });
    await build(options);
    writeFileSync(stampPath(), hash);
    return 'built';
  } finally {
    lock?.release();
  }
}

const distFolder = () => project.inRoot(process.env.NEXT_DIST_DIR || '.next');
const stampPath = () => path.join(distFolder(), 'stardesk-sources');

export function isBuilt(): boolean {
  if (!existsSync(path.join(distFolder(), 'BUILD_ID')) || !existsSync(stampPath())) return false;
  return readFileSync(stampPath(), 'utf8') === hashSources();
}

function hashSources(): string {
  const hash = createHash('sha256');
  const files = globSync(sources, { cwd: project.root, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(project.root, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .filter((file) => !notSources.test(file))
    .sort();
  for (const file of files) hash.update(`\0${file}\0`).update(readFileSync(project.inRoot(file)));
  return hash.digest('hex');
}

const stages = [
  [/optimized production build/i, 'compiling'],
  [/Collecting page data/i, 'collecting'],
  [/Generating static pages/i, 'generating'],
] as const;

function build({ signal, onStage }: BuildOptions): Promise<void> {
  const child = spawn(process.execPath, [project.inRoot('node_modules/next/dist/bin/next'), 'build'], {
    cwd: project.root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', NO_COLOR: '1' },
    signal,
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-20_000);
      for (const [pattern, stage] of stages) if (pattern.test(text)) onStage?.(stage);
    });
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new Explained(say('build.failed', { why: said.trim() })));
    });
  });
}
