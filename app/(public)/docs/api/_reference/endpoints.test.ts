import { describe, expect, it } from 'vitest';
import { messagesOf } from '#/server/texts/translate.ts';
import { openApiDocument } from '#/server/trpc/openapi.ts';
import { endpointGroups, keyPlaceholder } from './endpoints.ts';

const document = await openApiDocument({ http: { publicUrl: null } } as Parameters<typeof openApiDocument>[0]);
const groups = endpointGroups(document, 'http://127.0.0.1:3000/api/v1');
const endpoints = groups.flatMap((group) => group.endpoints);
const endpoint = (id: string) => {
  const found = endpoints.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`no endpoint ${id}`);
  return found;
};

describe('the reference', () => {
  it('holds every operation of the document once', () => {
    const operations = Object.values(document.paths).flatMap((methods) => Object.keys(methods));
    expect(endpoints).toHaveLength(operations.length);
    expect(new Set(endpoints.map(({ id }) => id)).size).toBe(endpoints.length);
  });

  it('says which key a call needs', () => {
    expect(endpoint('entrance-get').scope).toBeNull();
    expect(endpoint('me-get').scope).toBe('read');
    expect(endpoint('me-update').scope).toBe('write');
    expect(endpoint('admin-users-list').scope).toBe('admin');
  });

  it('gives a command that a shell understands, with the key left to fill in', () => {
    expect(endpoint('me-get').curl).toBe(
      `curl 'http://127.0.0.1:3000/api/v1/me' \\\n  -H "Authorization: Bearer ${keyPlaceholder}"`,
    );
    expect(endpoint('entrance-get').curl).toBe(`curl 'http://127.0.0.1:3000/api/v1/entrance'`);
    const block = endpoint('admin-users-block').curl;
    expect(block).toContain('-X POST');
    expect(block).toMatch(/users\/[0-9a-f-]{36}\/block'/);
    expect(JSON.parse(/-d '(.*)'/.exec(block)?.[1] ?? '')).toEqual({ reason: expect.any(String) });
  });

  it('prints nested fields with their path, and null apart from the type', () => {
    const rows = endpoint('admin-users-list').answer;
    expect(rows.find(({ name }) => name === 'items[].login')).toMatchObject({
      nullable: true,
      required: true,
      shape: { kind: 'string' },
    });
    expect(rows.find(({ name }) => name === 'total')).toMatchObject({
      shape: { kind: 'integer', min: null, max: null },
    });
  });

  it('shows an answer that is JSON with every field of the list', () => {
    for (const { sampleAnswer, answer } of endpoints) {
      const sample = JSON.parse(sampleAnswer);
      for (const { name } of answer.filter((row) => !/[.[]/.test(row.name))) expect(sample).toHaveProperty(name);
    }
  });

  it.each(['ru', 'en'] as const)('names every call and every group in %s', (locale) => {
    const { operations, tags } = messagesOf(locale).apiDocs;
    // A new REST call: add its sentence to server/texts/{ru,en}/api-docs.ts, under `operations`.
    expect(endpoints.map(({ id }) => id).filter((id) => !(id in operations))).toEqual([]);
    expect(groups.map(({ tag }) => tag).filter((tag) => !(tag in tags))).toEqual([]);
  });
});
