import { describe, expect, it } from 'vitest';
import { browserImports, noBuildTimeVariables, noServerActions } from './browser.ts';
import { treeOf } from './source-tree.ts';

describe('browserImports', () => {
  it('catches a service imported by a client component', () => {
    const tree = treeOf({ 'app/a.tsx': `'use client';\nimport { signIn } from '#/server/users/service.ts';` });
    expect(browserImports(tree)).toMatchObject([{ path: 'app/a.tsx', message: /server\/users\/service\.ts/ }]);
  });
  it('catches it behind files that say nothing of the browser themselves', () => {
    const tree = treeOf({
      'app/a.tsx': `// a screen\n"use client"\nimport { b } from './b.ts';`,
      'app/b.ts': `export * from '../app/c.ts';`,
      'app/c.ts': `export const load = () => import('#/server/lib/db.ts');`,
    });
    expect(browserImports(tree).map((breach) => breach.path)).toEqual(['app/c.ts']);
  });
  it('catches what a model brings along', () => {
    const tree = treeOf({
      'app/a.tsx': `'use client';\nimport { next } from '#/server/checks/model.ts';`,
      'server/checks/model.ts': `import { createHash } from 'node:crypto';\nimport '../lib/db.ts';`,
    });
    expect(browserImports(tree)).toMatchObject([{ message: /node:crypto/ }, { message: /server\/lib\/db\.ts/ }]);
  });
  it('lets types, schemas, models and texts through, and server components do as they need', () => {
    const tree = treeOf({
      'app/a.tsx': `'use client';
import type { AppRouter } from '#/server/trpc/root.ts';
import { signInInput } from '#/server/users/schema.ts';
import { next } from '#/server/checks/model.ts';
import { ru } from '#/server/texts/ru.ts';`,
      'app/page.tsx': `import { web } from '#/server/compose.web.ts';\nimport { A } from './a.tsx';`,
    });
    expect(browserImports(tree)).toEqual([]);
  });
});

it('catches Server Actions, in a file and in a function', () => {
  const tree = treeOf({
    'app/actions.ts': `'use server';\nexport async function pay() {}`,
    'app/page.tsx': `export default function Page() {\n  async function pay() {\n    "use server"\n  }\n}`,
    'app/about.tsx': `// 'use server' is not for us\nconst text = "we do not use server actions";`,
  });
  expect(noServerActions(tree)).toMatchObject([
    { path: 'app/actions.ts', line: 1 },
    { path: 'app/page.tsx', line: 2 },
  ]);
});

it('catches variables that would be baked into the build', () => {
  const tree = treeOf({ 'app/a.tsx': 'const key = process.env.NEXT_PUBLIC_KEY;' });
  expect(noBuildTimeVariables(tree)).toHaveLength(1);
});
