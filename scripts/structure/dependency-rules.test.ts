import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const require = createRequire(import.meta.url);
const { forbidden } = require(join(root, '.dependency-cruiser.cjs')) as { forbidden: { name: string }[] };

/** A small house: each import below breaks the rule it stands under, or none. */
const planted: Record<string, [from: string, to: string][]> = {
  'server-knows-no-shell': [['server/users/service.ts', 'app/page.tsx']],
  'product-knows-no-scripts-or-tests': [['server/users/service.ts', 'scripts/start.ts']],
  'app-and-worker-are-apart': [['app/page.tsx', 'worker/main.ts']],
  'sandbox-and-product-are-strangers': [['sandbox/world.ts', 'server/lib/phone.ts']],
  'product-knows-no-sandbox': [['server/users/service.ts', 'sandbox/client.ts']],
  'tests-reach-the-sandbox-by-its-client': [['tests/e2e/a.spec.ts', 'sandbox/world.ts']],
  'lib-knows-no-domain': [['server/lib/phone.ts', 'server/users/model.ts']],
  'texts-know-nothing': [['server/texts/ru.ts', 'server/lib/phone.ts']],
  'ledger-knows-lib-only': [['server/ledger/service.ts', 'server/users/model.ts']],
  'plumbing-knows-no-later-domain': [['server/users/service.ts', 'server/gifts/service.ts']],
  'domain-through-its-front-door': [['server/gifts/service.ts', 'server/users/router.ts']],
  'domains-in-one-direction': [['server/billing/service.ts', 'server/checks/service.ts']],
  'gifts-checks-and-loyalty-are-strangers': [['server/gifts/service.ts', 'server/checks/service.ts']],
  'only-roots-join-adapters': [['server/gifts/service.ts', 'server/adapters/telegram-user/client.ts']],
  'adapters-know-ports': [['server/adapters/telegram-user/client.ts', 'server/gifts/service.ts']],
  'prisma-in-data-and-services': [['server/gifts/handlers.ts', 'server/generated/client.ts']],
  'sql-in-data-and-services': [['app/page.tsx', 'pg']],
  'mtproto-in-one-adapter': [['server/gifts/service.ts', 'telegram']],
  'mtproto-unreachable-from-app': [['app/page.tsx', 'server/compose.worker.ts']],
  'worker-root-is-the-workers': [['app/page.tsx', 'server/compose.worker.ts']],
  'models-are-pure': [['server/users/model.ts', 'server/users/service.ts']],
  'ui-kit-knows-no-product': [
    ['app/_ui/button.tsx', 'server/users/service.ts'],
    ['app/_ui/button.tsx', 'app/_server/actor.ts'],
  ],
  'no-cycles': [
    ['server/users/data.ts', 'server/users/service.ts'],
    ['server/users/service.ts', 'server/users/data.ts'],
  ],
  'no-orphans': [['server/lib/forgotten.ts', '']],
  'everything-resolves': [['server/users/service.ts', './gone.ts']],
  'no-dev-packages-in-the-product': [['server/users/service.ts', 'vitest']],
  'packages-are-declared': [['server/users/service.ts', 'left-pad']],
};
const sound: [from: string, to: string][] = [
  ['app/api/route.ts', 'server/users/service.ts'],
  ['app/page.tsx', 'app/_ui/button.tsx'],
  ['worker/main.ts', 'server/compose.worker.ts'],
  ['server/compose.worker.ts', 'server/adapters/telegram-user/client.ts'],
  ['server/adapters/telegram-user/client.ts', 'telegram'],
  ['server/adapters/telegram-user/client.ts', 'server/gifts/ports.ts'],
  ['server/gifts/service.ts', 'server/billing/service.ts'],
  ['server/billing/service.ts', 'server/ledger/service.ts'],
  ['server/gifts/service.ts', 'server/users/data.ts'],
  ['server/users/data.ts', 'server/generated/client.ts'],
  ['server/users/model.ts', 'server/lib/phone.ts'],
  ['server/gifts/service.test.ts', 'sandbox/client.ts'],
  ['server/gifts/service.test.ts', 'vitest'],
];

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true });
});

function cruise(imports: [from: string, to: string][]): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'stardesk-rules-'));
  made.push(folder);
  const write = (path: string, text: string) => {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  copyFileSync(join(root, '.dependency-cruiser.cjs'), join(folder, '.dependency-cruiser.cjs'));
  write('tsconfig.json', '{}');
  const declared = { dependencies: { pg: '1', telegram: '1' }, devDependencies: { vitest: '1' } };
  write('package.json', JSON.stringify({ type: 'module', imports: { '#/*': './*' }, ...declared }));
  for (const name of ['pg', 'telegram', 'vitest', 'left-pad']) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'main.js' }));
    write(`node_modules/${name}/main.js`, '');
  }
  const isFile = (path: string) => path.includes('/') && !path.startsWith('.');
  const files = new Map<string, string[]>();
  for (const [from, to] of imports) {
    if (isFile(to) && !files.has(to)) files.set(to, []);
    files.set(from, [...(files.get(from) ?? []), ...(to ? [isFile(to) ? `#/${to}` : to] : [])]);
  }
  for (const top of ['app', 'server', 'worker', 'sandbox', 'scripts', 'tests'])
    mkdirSync(join(folder, top), { recursive: true });
  for (const [path, targets] of files) {
    const lines = targets.map((target, index) => `import { a as a${index} } from '${target}';`);
    write(path, [...lines, `export const a: unknown = [${targets.map((_, index) => `a${index}`)}];`].join('\n'));
  }
  const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const config = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json'];
  const rooms = ['app', 'server', 'worker', 'sandbox', 'scripts', 'tests'];
  const run = spawnSync(process.execPath, [cruiser, ...config, ...rooms], { cwd: folder, encoding: 'utf8' });
  if (run.status !== 0 && !run.stdout.startsWith('{')) throw new Error(run.stderr);
  const { summary } = JSON.parse(run.stdout) as { summary: { violations: { rule: { name: string } }[] } };
  return [...new Set(summary.violations.map((violation) => violation.rule.name))].sort();
}

describe('.dependency-cruiser.cjs', () => {
  it('has a planted breach for every rule', () => {
    expect(Object.keys(planted).sort()).toEqual(forbidden.map((rule) => rule.name).sort());
  });
  it('lets a sound house be', () => {
    expect(cruise(sound)).toEqual([]);
  });
  it('catches every planted breach', () => {
    const expected = Object.keys(planted).sort();
    expect(cruise([...sound, ...Object.values(planted).flat()])).toEqual(expected);
  });
});
