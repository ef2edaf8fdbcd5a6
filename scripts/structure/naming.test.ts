import { expect, it } from 'vitest';
import { domainVocabulary, kebabCaseNames, noCatchAllNames } from './naming.ts';
import { type Rule, treeOf } from './source-tree.ts';

const caught = (rule: Rule, ...paths: string[]) =>
  rule(treeOf(Object.fromEntries(paths.map((path) => [path, ''])))).map((breach) => breach.path);

it('catches names that are not kebab-case', () => {
  const bad = ['server/lib/readConfig.ts', 'app/_ui/Button.tsx', 'app/My_Folder/page.tsx'];
  expect(caught(kebabCaseNames, ...bad)).toEqual(bad);
});
it("lets Next's own spellings be", () => {
  const good = ['app/(auth)/login/page.tsx', 'app/api/trpc/[trpc]/route.ts', 'app/api/auth/[...nextauth]/route.ts'];
  const more = ['app/_ui/kit/button.tsx', 'app/@modal/page.tsx', '.dependency-cruiser.cjs', 'server/compose.web.ts'];
  expect(caught(kebabCaseNames, ...good, ...more, 'app/v1/[[...path]]/route.ts', 'server/lib/db.test.ts')).toEqual([]);
});
it('catches barrels and drawers for everything', () => {
  const bad = ['server/lib/index.ts', 'app/_ui/utils.ts', 'tests/helpers/sign-in.ts', 'server/users/helpers.test.ts'];
  expect(caught(noCatchAllNames, ...bad)).toEqual(bad);
  expect(caught(noCatchAllNames, 'server/lib/phone.ts', 'server/texts/ru/common.ts')).toEqual([]);
});
it('catches a file of a domain that is not one of its words, also in a sub-concern', () => {
  const bad = ['server/users/sign-in.ts', 'server/users/sessions/cookie.ts', 'server/gifts/manager.ts'];
  expect(caught(domainVocabulary, ...bad)).toEqual(bad);
});
it('accepts the words, their tests, sub-concerns and the plumbing rooms', () => {
  const good = ['server/users/model.ts', 'server/users/sessions/service.ts', 'server/users/sessions/service.test.ts'];
  expect(caught(domainVocabulary, ...good, 'server/lib/phone.ts', 'server/adapters/robokassa/signature.ts')).toEqual(
    [],
  );
});
it('catches what stands at the top of server/ without being a composition root', () => {
  expect(caught(domainVocabulary, 'server/env.ts', 'server/compose.worker.ts')).toEqual([]);
  expect(caught(domainVocabulary, 'server/start.ts')).toEqual(['server/start.ts']);
});
