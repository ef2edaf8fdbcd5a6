import type { JsonSchema } from './json-schema.ts';

const sampleId = '0199b0f2-6d3a-7c41-9e55-2f1c8a7d4b10';
const samples: Readonly<Record<string, string>> = {
  uuid: sampleId,
  'date-time': '2026-11-20T09:30:00.000Z',
  date: '2026-11-20',
  email: 'darya@example.com',
  uri: 'https://example.com',
};
/** Names that people understand better than "string". */
const named: Readonly<Record<string, string>> = {
  login: 'darya',
  displayName: 'Дарья',
  password: 'семь слов подряд',
  invitation: '7K2M-9QXD-4RTH',
  reason: 'жалобы на рассылку',
  search: 'darya',
  timeZone: 'Europe/Moscow',
  publicUrl: 'https://desk.example.com',
  botUsername: 'my_desk_bot',
  username: 'my_desk_bot',
};

/** A value that the schema allows, for examples. `asked`: only what must be given (a request), else everything. */
export function sampleOf(schema: JsonSchema, asked = false, name = ''): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.anyOf) {
    const option = schema.anyOf.find(({ type }) => type !== 'null');
    return option ? sampleOf(option, asked, name) : null;
  }
  if (schema.enum) return schema.default ?? schema.enum[0];
  switch (schema.type) {
    case 'object':
      return sampleObject(schema, asked);
    case 'array':
      return schema.items ? [sampleOf(schema.items, asked, name)] : [];
    case 'boolean':
      return schema.default ?? false;
    case 'integer':
    case 'number':
      return schema.default ?? Math.max(1, sensibleMinimum(schema));
    case 'string':
      return named[name] ?? samples[schema.format ?? ''] ?? (/[iI]d$/.test(name) ? '1234567890' : name || '…');
    default:
      return null;
  }
}

function sampleObject(schema: JsonSchema, asked: boolean): Record<string, unknown> {
  const fields = Object.entries(schema.properties ?? {});
  const needed = fields.filter(([key]) => schema.required?.includes(key));
  // A change with nothing required still shows what can be changed.
  const shown = asked && needed.length > 0 ? needed : asked ? fields.slice(0, 1) : fields;
  return Object.fromEntries(shown.map(([key, field]) => [key, sampleOf(field, asked, key)]));
}

function sensibleMinimum({ minimum = 1 }: JsonSchema): number {
  return minimum <= -Number.MAX_SAFE_INTEGER ? 1 : minimum;
}
