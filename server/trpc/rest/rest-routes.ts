import type { z } from 'zod';
import type { ProcedureMeta } from '../init.ts';
import { appRouter } from '../root.ts';

/** One REST call: a procedure with `openapi` in its meta. */
export interface RestRoute {
  readonly method: string;
  /** `/admin/users/{userId}` */
  readonly template: string;
  /** `admin.users.get` */
  readonly procedure: string;
  readonly type: 'query' | 'mutation';
  readonly input: z.ZodType | null;
  readonly repeatsSafely: boolean;
}
export type RestMatch =
  | { readonly kind: 'found'; readonly route: RestRoute; readonly pathInput: Readonly<Record<string, string>> }
  | { readonly kind: 'wrong_method'; readonly allow: string }
  | { readonly kind: 'unknown' };

interface ProcedureDefinition {
  readonly type: string;
  readonly meta?: ProcedureMeta;
  readonly inputs: readonly z.ZodType[];
}

export const restRoutes: readonly RestRoute[] = collectRoutes();

function collectRoutes(): RestRoute[] {
  const procedures = Object.entries(
    appRouter._def.procedures as unknown as Record<string, { _def: ProcedureDefinition }>,
  );
  return procedures.flatMap(([procedure, { _def }]): RestRoute[] => {
    const { openapi, repeatsSafely = false } = _def.meta ?? {};
    if (!openapi || openapi.enabled === false) return [];
    // Two inputs would have to be merged here as tRPC merges them; nobody needs it.
    if (_def.inputs.length > 1) throw new Error(`${procedure}: a REST procedure has one input`);
    return [
      {
        method: openapi.method,
        template: openapi.path,
        procedure,
        type: _def.type === 'query' ? 'query' : 'mutation',
        input: _def.inputs[0] ?? null,
        repeatsSafely,
      },
    ];
  });
}

/** `path` as it came: segments are decoded one by one, so that an encoded slash stays inside its segment. */
export function matchRoute(method: string, path: string, routes = restRoutes): RestMatch {
  const segments = path.split('/').slice(1);
  const matches = routes.flatMap((route) => {
    const pathInput = matchSegments(route.template.split('/').slice(1), segments);
    return pathInput ? [{ route, pathInput }] : [];
  });
  // `/users/me` before `/users/{userId}`.
  matches.sort((one, other) => Object.keys(one.pathInput).length - Object.keys(other.pathInput).length);
  const found = matches.find(({ route }) => route.method === method);
  if (found) return { kind: 'found', ...found };
  if (matches.length === 0) return { kind: 'unknown' };
  return { kind: 'wrong_method', allow: [...new Set(matches.map(({ route }) => route.method))].join(', ') };
}

function matchSegments(template: readonly string[], segments: readonly string[]): Record<string, string> | null {
  if (template.length !== segments.length) return null;
  const input: Record<string, string> = {};
  for (const [index, expected] of template.entries()) {
    const text = decode(segments[index] ?? '');
    if (text === null || text === '') return null;
    const name = /^\{(\w+)\}$/.exec(expected)?.[1];
    if (name) input[name] = text;
    else if (text !== expected) return null;
  }
  return input;
}

function decode(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}
