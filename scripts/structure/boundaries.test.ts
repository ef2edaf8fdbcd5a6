import { describe, expect, it } from 'vitest';
import { environmentInOnePlace, nothingOutsideTheProject, timeThroughTheClock } from './boundaries.ts';
import { treeOf } from './source-tree.ts';

describe('environmentInOnePlace', () => {
  it('catches process.env beside server/env.ts, however it is spelt', () => {
    const tree = treeOf({
      'server/users/service.ts': 'const demo = process.env.DEMO;',
      'app/page.tsx': "const demo = process['env'].DEMO;",
      'worker/main.ts': '// process.env is read elsewhere\nconst text = "process.env";',
    });
    expect(environmentInOnePlace(tree).map(({ path }) => path)).toEqual(['server/users/service.ts', 'app/page.tsx']);
  });
  it('leaves env.ts, scripts and tests alone', () => {
    const read = 'process.env.X';
    const tree = treeOf({ 'server/env.ts': read, 'scripts/start.ts': read, 'server/env.test.ts': read });
    expect(environmentInOnePlace(tree)).toEqual([]);
  });
});

describe('timeThroughTheClock', () => {
  const calls = [
    'Date.now()',
    'new Date()',
    'setTimeout(run, 5)',
    'globalThis.setInterval(run, 5)',
    'performance.now()',
    'AbortSignal.timeout(5)',
  ];
  it.each(calls)('catches %s', (call) => {
    for (const path of ['server/users/service.ts', 'app/api/route.ts', 'worker/main.ts', 'server/lib/log.ts']) {
      expect(timeThroughTheClock(treeOf({ [path]: `x;\n${call}` }))).toMatchObject([{ path, line: 2 }]);
    }
  });
  it('lets the clock itself, browser code, scripts and tests be', () => {
    const text = "'use client';\nimport './timer.ts';\nsetTimeout(run, Date.now())";
    const tree = treeOf({
      'server/lib/clock.ts': text,
      'server/lib/clock-follower.ts': text,
      'app/_ui/toast.ts': 'setTimeout(run, 5)',
      'app/app/screen.tsx': text,
      'app/app/timer.ts': 'setInterval(run, 5)',
      'scripts/start.ts': text,
      'server/users/service.test.ts': text,
    });
    expect(timeThroughTheClock(tree)).toEqual([]);
  });
  it('lets a moment be made from a number, and words be words', () => {
    const tree = treeOf({
      'server/a/model.ts': 'new Date(input.now); // setTimeout\nconst setTimeoutMs = clock.nowMs();',
    });
    expect(timeThroughTheClock(tree)).toEqual([]);
  });
});

describe('nothingOutsideTheProject', () => {
  it('catches absolute paths of a machine and paths that climb out', () => {
    const tree = treeOf({
      'scripts/a.ts': "readFile('/home/anna/key')",
      'server/lib/b.ts': "join(import.meta.dirname, '../../../shared')",
      'c.ts': "import d from '../d.ts';",
    });
    expect(nothingOutsideTheProject(tree).map(({ path }) => path)).toEqual(['scripts/a.ts', 'server/lib/b.ts', 'c.ts']);
  });
  it('lets paths within the project and routes be', () => {
    const tree = treeOf({ 'server/lib/b.ts': "import '../../c.ts'; fetch('/app/home/x'); const up = '..';" });
    expect(nothingOutsideTheProject(tree)).toEqual([]);
  });
});
