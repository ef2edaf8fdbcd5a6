import type { Config } from '#/server/lib/config.ts';
import { productVersion } from '#/server/lib/version.ts';
import { ru } from '#/server/texts/ru.ts';
import { httpStatusOf } from './error-table.ts';
import { restEndpoint } from './rest/rest-handler.ts';
import { restRoutes } from './rest/rest-routes.ts';
import { appRouter } from './root.ts';

/** The part of OpenAPI 3.1 that the reference page reads. */
export interface OpenApiDocument {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string; readonly description?: string };
  readonly servers?: readonly { readonly url: string }[];
  readonly paths: Record<string, Record<string, OpenApiOperation>>;
  readonly components: { schemas?: Record<string, unknown>; responses?: Record<string, unknown> } & Record<
    string,
    unknown
  >;
}
export interface OpenApiOperation {
  readonly operationId?: string;
  readonly summary?: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly security?: readonly Record<string, string[]>[];
  parameters?: { name: string; in: string; required?: boolean; description?: string; schema: unknown }[];
  readonly requestBody?: unknown;
  responses: Record<string, unknown>;
}

const documents = new Map<string, Promise<OpenApiDocument>>();

/** Made once for each address of ours: the generator and its tree of schemas are loaded only when somebody asks. */
export function openApiDocument(config: Pick<Config, 'http'>): Promise<OpenApiDocument> {
  const baseUrl = (config.http.publicUrl ?? '') + restEndpoint;
  let document = documents.get(baseUrl);
  if (!document) documents.set(baseUrl, (document = generate(baseUrl)));
  return document;
}

async function generate(baseUrl: string): Promise<OpenApiDocument> {
  const { generateOpenApiDocument } = await import('trpc-to-openapi');
  const document = generateOpenApiDocument(appRouter, {
    title: 'Stardesk',
    version: productVersion,
    openApiVersion: '3.1.0',
    baseUrl,
    description:
      'Every call works with an API key (Settings, API keys) in `Authorization: Bearer sd_…`. Amounts are decimal ' +
      'strings, dates ISO 8601. Lists give `nextCursor` (and a Link header); send it back as `cursor`. A change with ' +
      '`Idempotency-Key` is carried out at most once in 24 hours. Failures are `application/problem+json`.',
    securitySchemes: {
      apiKey: { type: 'http', scheme: 'bearer', bearerFormat: 'sd_…' },
      miniApp: { type: 'apiKey', in: 'header', name: 'Authorization', description: 'tma <initData>' },
    },
  }) as unknown as OpenApiDocument;
  for (const route of restRoutes) {
    const operation = document.paths[route.template]?.[route.method.toLowerCase()];
    if (!operation) throw new Error(`${route.procedure}: not in the document`);
    describeFailures(operation);
    if (route.type === 'mutation') (operation.parameters ??= []).push(idempotencyKey);
  }
  document.components.schemas = { ...withoutGeneratorErrors(document.components.schemas), Problem: problem };
  document.components.responses = {
    Problem: {
      description: 'What went wrong',
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  };
  return document;
}

/** The generator describes errors of its own shape; ours are one problem document for all. */
function describeFailures(operation: OpenApiOperation): void {
  const { 200: success } = operation.responses;
  operation.responses = { 200: success, default: { $ref: '#/components/responses/Problem' } };
}

function withoutGeneratorErrors(schemas: Record<string, unknown> = {}): Record<string, unknown> {
  return Object.fromEntries(Object.entries(schemas).filter(([name]) => !name.startsWith('error.')));
}

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'Any text of up to 200 printable ASCII characters, new for each new request.',
  schema: { type: 'string', maxLength: 200 },
};

const problem = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'instance', 'code', 'params', 'requestId'],
  properties: {
    type: { type: 'string', format: 'uri' },
    title: { type: 'string' },
    status: { type: 'integer', enum: [...new Set(Object.values(httpStatusOf))].sort((one, other) => one - other) },
    detail: { type: 'string', description: 'A sentence for people, in the language of the request' },
    instance: { type: 'string', format: 'uri' },
    code: { type: 'string', enum: Object.keys(ru.errors).sort() },
    params: { type: 'object', additionalProperties: { type: ['string', 'number'] } },
    requestId: { type: 'string', description: 'Name it when you write to support' },
  },
};
