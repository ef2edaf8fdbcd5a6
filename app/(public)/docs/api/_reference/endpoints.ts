import type { OpenApiDocument, OpenApiOperation } from '#/server/trpc/openapi.ts';
import type { ApiScope } from '#/server/users/model.ts';
import { type Described, type FieldRow, fieldRows, type JsonSchema, readSchema } from './json-schema.ts';
import { sampleOf } from './sample.ts';

export interface Parameter extends Described {
  readonly name: string;
  readonly place: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly description: string | null;
}
export interface Endpoint {
  /** The anchor on the page: `me-get`. */
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  /** Null: anybody. */
  readonly scope: ApiScope | null;
  readonly parameters: readonly Parameter[];
  readonly body: readonly FieldRow[];
  readonly answer: readonly FieldRow[];
  readonly sampleAnswer: string;
  readonly curl: string;
}
export interface EndpointGroup {
  readonly tag: string;
  readonly endpoints: readonly Endpoint[];
}

/** What the reader replaces in every example: his key. */
export const keyPlaceholder = '$STARDESK_KEY';

/** The document as pages read it: by tag, in its own order. `baseUrl` stands before every path. */
export function endpointGroups(document: OpenApiDocument, baseUrl: string): EndpointGroup[] {
  const groups = new Map<string, Endpoint[]>();
  for (const [path, operations] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(operations)) {
      const tag = operation.tags?.[0] ?? 'other';
      const endpoint = endpointOf(method.toUpperCase(), path, operation, baseUrl);
      groups.set(tag, [...(groups.get(tag) ?? []), endpoint]);
    }
  }
  return [...groups].map(([tag, endpoints]) => ({ tag, endpoints }));
}

function endpointOf(method: string, path: string, operation: OpenApiOperation, baseUrl: string): Endpoint {
  const body = jsonSchemaIn(operation.requestBody);
  const answer = jsonSchemaIn(operation.responses['200']);
  // Every change takes it: it stands once among the common rules.
  const own = (operation.parameters ?? []).filter(({ name }) => name !== 'Idempotency-Key');
  const parameters = own.map(
    (parameter): Parameter => ({
      name: parameter.name,
      place: parameter.in === 'path' || parameter.in === 'header' ? parameter.in : 'query',
      required: parameter.required ?? false,
      description: parameter.description ?? null,
      ...readSchema(parameter.schema as JsonSchema),
    }),
  );
  const scope = scopeOf(method, path, operation);
  return {
    id: operation.operationId ?? `${method.toLowerCase()}${path.replace(/\W+/g, '-')}`,
    method,
    path,
    summary: operation.summary ?? path,
    scope,
    parameters,
    body: fieldRows(body ?? {}),
    answer: fieldRows(answer ?? {}),
    sampleAnswer: JSON.stringify(sampleOf(answer ?? { type: 'object' }), null, 2),
    curl: curlOf({ method, url: baseUrl + filledPath(path, operation), scope, body }),
  };
}

/** As the procedures ask (server/trpc/init.ts): no proof named, no key needed; else by what the call does. */
function scopeOf(method: string, path: string, { security }: OpenApiOperation): ApiScope | null {
  if (!security || security.length === 0) return null;
  if (path.startsWith('/admin/')) return 'admin';
  return method === 'GET' ? 'read' : 'write';
}

function jsonSchemaIn(part: unknown): JsonSchema | null {
  const { content } = (part ?? {}) as { content?: Record<string, { schema?: JsonSchema }> };
  return content?.['application/json']?.schema ?? null;
}

function filledPath(path: string, operation: OpenApiOperation): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const parameter = operation.parameters?.find((candidate) => candidate.name === name);
    return String(sampleOf((parameter?.schema ?? { type: 'string' }) as JsonSchema, true, name));
  });
}

interface CurlParts {
  readonly method: string;
  readonly url: string;
  readonly scope: ApiScope | null;
  readonly body: JsonSchema | null;
}

/** A command to paste: quoted for sh, the key in double quotes so that a variable of that name works too. */
function curlOf({ method, url, scope, body }: CurlParts): string {
  const lines = [`curl ${method === 'GET' ? '' : `-X ${method} `}'${url}'`];
  if (scope) lines.push(`-H "Authorization: Bearer ${keyPlaceholder}"`);
  if (body) {
    lines.push(`-H 'Content-Type: application/json'`);
    lines.push(`-d '${JSON.stringify(sampleOf(body, true)).replaceAll("'", `'\\''`)}'`);
  }
  return lines.join(' \\\n  ');
}
