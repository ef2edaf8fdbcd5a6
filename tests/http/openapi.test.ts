import { afterAll, beforeAll, expect, it } from 'vitest';
import { GET } from '#/app/api/v1/openapi.json/route.ts';
import { assembleWeb, useWeb } from '#/server/compose.web.ts';
import type { OpenApiDocument } from '#/server/trpc/openapi.ts';
import { restRoutes } from '#/server/trpc/rest/rest-routes.ts';
import { testDatabase } from '#/tests/support/database.ts';
import { contextFor, request } from '../security/knock.ts';

const { deps } = await testDatabase({ env: { PUBLIC_URL: 'https://desk.example/' } });
let document: OpenApiDocument;
beforeAll(async () => {
  useWeb(assembleWeb(deps));
  document = await (await GET(request('/api/v1/openapi.json'), contextFor())).json();
});
afterAll(() => useWeb(null));

it('describes every REST call, at its address, and nothing else', () => {
  expect(document).toMatchObject({ openapi: '3.1.0', servers: [{ url: 'https://desk.example/api/v1' }] });
  const described = Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(described.sort()).toEqual(restRoutes.map(({ method, template }) => `${method} ${template}`).sort());
});

it('gives every call a summary, a tag, a success and the one shape of failure', () => {
  for (const operation of Object.values(document.paths).flatMap((operations) => Object.values(operations))) {
    expect(operation.summary).toMatch(/\S/);
    expect(operation.tags).toHaveLength(1);
    expect(Object.keys(operation.responses).sort()).toEqual(['200', 'default']);
  }
});

it('says of every change that it takes an Idempotency-Key, and of no read', () => {
  for (const { method, template, type } of restRoutes) {
    const parameters = document.paths[template]?.[method.toLowerCase()]?.parameters ?? [];
    expect(parameters.some(({ name }) => name === 'Idempotency-Key')).toBe(type === 'mutation');
  }
});

it('refers to nothing that is not there', () => {
  const text = JSON.stringify(document);
  for (const [, path = ''] of text.matchAll(/"\$ref":"#\/([^"]+)"/g)) {
    const found = path.split('/').reduce((value: unknown, key) => (value as Record<string, unknown>)?.[key], document);
    expect(found, path).toBeDefined();
  }
});

it('changes no schema that the calls are judged by', () => {
  const list = restRoutes.find(({ procedure }) => procedure === 'admin.invitations.create');
  expect(list?.input?.safeParse({ days: '3' }).success).toBe(false);
});
