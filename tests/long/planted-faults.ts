import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Campaign } from '#/tests/support/campaign.ts';

const root = join(import.meta.dirname, '../..');

/** One fault for each layer: `npm test` must turn red by that layer's step, and by no other. */
interface PlantedFault {
  readonly layer: string;
  readonly steps: string;
  readonly file: string;
  readonly plant: (text: string) => string;
}
const add = (line: string) => (text: string) => `${text}${line}\n`;
/** A fault that no longer fits its file is a fault of this campaign. */
const replace = (part: string, by: string) => (text: string) => {
  if (!text.includes(part)) throw new Error(`nothing to plant in: ${part}`);
  return text.replace(part, by);
};
const faults: readonly PlantedFault[] = [
  { layer: 'format', steps: 'format', file: 'server/lib/money.ts', plant: add('export const  planted  =  1') },
  { layer: 'lint', steps: 'lint', file: 'server/lib/money.ts', plant: add("console.log('planted');") },
  { layer: 'types', steps: 'types', file: 'server/lib/money.ts', plant: add("export const planted: number = 'text';") },
  {
    layer: 'structure: imports',
    steps: 'structure',
    file: 'server/lib/money.ts',
    plant: add("export { next } from '#/server/users/model.ts';"),
  },
  { layer: 'structure: files', steps: 'structure', file: 'server/users/manager.ts', plant: add('export {};') },
  { layer: 'unit', steps: 'unit+integration', file: 'server/lib/log.ts', plant: replace("'[secret]'", "'hunter2'") },
  {
    layer: 'integration',
    steps: 'unit+integration',
    file: 'server/lib/db.ts',
    plant: replace('if (!result.ok) throw new RolledBack(result.failure);', ''),
  },
  { layer: 'e2e', steps: 'build,e2e', file: 'app/healthz/route.ts', plant: replace("'ok'", "'fine'") },
];

export default {
  name: 'planted faults',
  async run(stage) {
    const copy = copyTree();
    const results: string[] = [];
    const judge = (what: string, problem: string | null) => {
      stage.say(`${problem === null ? 'ok  ' : 'FAIL'} ${what}`);
      if (problem !== null) results.push(`${what}:\n${problem}`);
    };
    try {
      judge('the untouched copy is green', expectGreen(await npmTest(copy, [])));
      for (const fault of faults) {
        const path = join(copy, fault.file);
        const before = readIfThere(path);
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, fault.plant(before ?? ''));
        judge(`a fault in ${fault.layer} turns it red`, expectRed(await npmTest(copy, [`--only=${fault.steps}`]), 1));
        if (before === null) rmSync(path);
        else writeFileSync(path, before);
      }
      judge('all faults together: every layer is named', await allTogether(copy));
    } finally {
      rmSync(copy, { recursive: true, force: true });
    }
    const total = faults.length + 2;
    return { passed: total - results.length, failed: results.length, output: results.join('\n\n') };
  },
} satisfies Campaign;

async function allTogether(copy: string): Promise<string | null> {
  for (const { file, plant } of faults) {
    const path = join(copy, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, plant(readIfThere(path) ?? ''));
  }
  const run = await npmTest(copy, []);
  const silent = ['format', 'lint', 'types', 'structure', 'unit+integration', 'e2e'].filter(
    (step) => !new RegExp(`^${step.replace('+', '\\+')} +\\d+ passed, [1-9]\\d* failed`, 'm').test(run.output),
  );
  return silent.length === 0 ? expectRed(run, 6) : `not red: ${silent.join(', ')}\n${run.output.slice(-6000)}`;
}

interface Run {
  readonly code: number | null;
  readonly output: string;
  readonly lastLine: string;
}

function npmTest(copy: string, args: readonly string[]): Promise<Run> {
  // As npm runs it, and with nothing of this run's environment that would steer it.
  const { TEST_DATABASE_URL: _, NODE_OPTIONS: __, ...env } = process.env;
  const child = spawn(process.execPath, ['scripts/bootstrap.mjs', 'test', ...args], {
    cwd: copy,
    env: env as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let all = '';
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
    all += chunk;
  });
  child.stderr.on('data', (chunk) => {
    all += chunk;
  });
  return new Promise((resolve) => {
    child.once('close', (code) => {
      // The promise is about stdout: its last line, alone.
      const lastLine = stdout.split('\n').at(-2) ?? '';
      resolve({ code, output: all, lastLine: stdout.endsWith('\n') ? lastLine : stdout.slice(-200) });
    });
  });
}

function expectGreen({ code, lastLine, output }: Run): string | null {
  return code === 0 && /^[1-9]\d* passed, 0 failed$/.test(lastLine)
    ? null
    : `exit ${code}, "${lastLine}"\n${output.slice(-6000)}`;
}

function expectRed({ code, lastLine, output }: Run, atLeast: number): string | null {
  const failed = Number(/^\d+ passed, (\d+) failed$/.exec(lastLine)?.[1] ?? 0);
  return code === 1 && failed >= atLeast ? null : `exit ${code}, "${lastLine}"\n${output.slice(-6000)}`;
}

/** What git knows and what is new, with the dependencies linked: each copy builds and tests on its own. */
function copyTree(): string {
  const copy = mkdtempSync(join(tmpdir(), 'stardesk-planted-'));
  const listed = spawnSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
    cwd: root,
    encoding: 'utf8',
  });
  for (const file of listed.stdout.split('\0').filter(Boolean)) {
    const text = readIfThere(join(root, file));
    if (text === null) continue;
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    cpSync(join(root, file), join(copy, file));
  }
  // Hard links where the disk allows it: gigabytes in a second. A link to the folder would lead the bundler out of its root.
  const linked = spawnSync('cp', ['-al', join(root, 'node_modules'), join(copy, 'node_modules')]);
  if (linked.status !== 0)
    cpSync(join(root, 'node_modules'), join(copy, 'node_modules'), { recursive: true, verbatimSymlinks: true });
  return copy;
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
