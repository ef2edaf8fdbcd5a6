import { z } from 'zod';
import { fail, type Result, succeed } from '#/server/lib/errors.ts';
import { isStorable } from '../storable.ts';
import type { RestRoute } from './rest-routes.ts';

/** What a procedure is called with: path, then query or JSON body. tRPC's own parser still judges every value. */
export function restInput(
  route: RestRoute,
  pathInput: Readonly<Record<string, string>>,
  query: URLSearchParams,
  body: Buffer,
): Result<unknown, 'invalid_input'> {
  const takesBody = route.method !== 'GET' && route.method !== 'DELETE';
  const given = takesBody ? parseBody(body) : parseQuery(query, route.input);
  if (given === null || !isStorable([given, pathInput])) return fail('invalid_input', { fields: 'body' });
  // A path names the thing: a body cannot name another.
  const input = { ...given, ...typed(pathInput, shapeOf(route.input)) };
  return succeed(
    route.input === null || (Object.keys(input).length === 0 && takesNothing(route.input)) ? undefined : input,
  );
}

function parseBody(body: Buffer): Record<string, unknown> | null {
  if (body.length === 0) return {};
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

/** A query holds text only. What the schema wants as a number or truth is read from it; anything else stays text. */
function parseQuery(query: URLSearchParams, schema: z.ZodType | null): Record<string, unknown> {
  const shape = shapeOf(schema);
  const texts = new Map<string, string[]>();
  for (const [name, text] of query) texts.set(name, [...(texts.get(name) ?? []), text]);
  const given = Object.fromEntries(
    [...texts].map(([name, all]) => [name, all.length === 1 && kindOf(shape, name) !== 'array' ? all[0] : all]),
  );
  return typed(given, shape);
}

/** trpc-to-openapi switches coercion on inside the schemas themselves, for every door; this leaves them alone. */
function typed(texts: Readonly<Record<string, unknown>>, shape: Record<string, z.ZodType>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [
      name,
      typeof text === 'string' ? read(text, kindOf(shape, name)) : text,
    ]),
  );
}

function read(text: string, kind: string): unknown {
  if (kind === 'number' && /^-?\d{1,15}(\.\d{1,15})?$/.test(text)) return Number(text);
  if (kind === 'boolean' && /^(true|false)$/.test(text)) return text === 'true';
  if (kind === 'bigint' && /^-?\d{1,30}$/.test(text)) return BigInt(text);
  return text;
}

function shapeOf(schema: z.ZodType | null): Record<string, z.ZodType> {
  const inner = unwrap(schema);
  return inner instanceof z.ZodObject ? { ...(inner.shape as Record<string, z.ZodType>) } : {};
}

function kindOf(shape: Record<string, z.ZodType>, name: string): string {
  const schema = Object.hasOwn(shape, name) ? shape[name] : null;
  return unwrap(schema ?? null)?.type ?? 'unknown';
}

function unwrap(schema: z.ZodType | null): z.ZodType | null {
  let inner = schema;
  for (;;) {
    if (inner instanceof z.ZodOptional || inner instanceof z.ZodNullable || inner instanceof z.ZodDefault) {
      inner = inner.unwrap() as z.ZodType;
    } else if (inner instanceof z.ZodPipe) inner = inner.in as z.ZodType;
    else return inner;
  }
}

function takesNothing(schema: z.ZodType): boolean {
  return schema.safeParse(undefined).success;
}
