import { globSync } from 'node:fs';
import { expect, it } from 'vitest';
import { pages } from '#/app/_ui/shell/pages.ts';
import { screens } from '#/tests/support/screens.ts';

const routes = globSync('app/**/page.tsx').map((file) => {
  const parts = file.split('/').slice(1, -1);
  return `/${parts.filter((part) => !part.startsWith('(')).join('/')}`;
});

it('names every screen that the product has, so that each is walked in every theme and language', () => {
  expect(Object.values(screens).flat().sort()).toEqual(routes.sort());
});
it('leads nowhere that does not exist', () => {
  for (const { href } of pages) expect(routes).toContain(href);
});
