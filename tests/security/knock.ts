import { NextRequest } from 'next/server';
import { z } from 'zod';
import type { RouteContext } from '#/app/_server/door.ts';
import { GET as trpcGet, POST as trpcPost } from '#/app/api/trpc/[trpc]/route.ts';
import { DELETE, GET, PATCH, POST, PUT } from '#/app/api/v1/[...path]/route.ts';
import { type RestRoute, restRoutes } from '#/server/trpc/rest/rest-routes.ts';
import { appRouter } from '#/server/trpc/root.ts';

/** Calls as they come in: whole requests to the route handlers. proxy.ts is not on this way. */
export const origin = 'http://127.0.0.1:3000';
export interface Knocked {
  readonly status: number;
  /** `ok`, or the failure's code. */
  readonly answer: string;
  readonly text: string;
  readonly headers: Headers;
}
type Headers_ = Record<string, string>;

const restHandlers = { DELETE, GET, PATCH, POST, PUT };

export const procedures: readonly { path: string; type: 'query' | 'mutation' }[] = Object.entries(
  appRouter._def.procedures as unknown as Record<string, { _def: { type: 'query' | 'mutation' } }>,
).map(([path, { _def }]) => ({ path, type: _def.type }));

export function request(
  path: string,
  init: { method?: string; headers?: HeadersInit; body?: BodyInit | null } = {},
): NextRequest {
  const headers = new Headers(init.headers);
  if (!headers.has('host')) headers.set('host', new URL(origin).host);
  return new NextRequest(origin + path, { ...init, headers });
}
export function contextFor(params: Record<string, string | string[]> = {}): RouteContext {
  return { params: Promise.resolve(params) };
}

export async function callProcedure(path: string, input: unknown, headers: Headers_): Promise<Knocked> {
  const type = procedures.find((one) => one.path === path)?.type;
  const context = contextFor({ trpc: path });
  const response =
    type === 'query'
      ? await trpcGet(
          request(
            `/api/trpc/${path}${input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`}`,
            { headers },
          ),
          context,
        )
      : await trpcPost(
          request(`/api/trpc/${path}`, {
            method: 'POST',
            headers: { 'content-type': 'application/json', ...headers },
            body: input === undefined ? null : JSON.stringify(input),
          }),
          context,
        );
  return knocked(response);
}

export function restRouteOf(procedure: string): RestRoute | undefined {
  return restRoutes.find((route) => route.procedure === procedure);
}

export async function callRest(route: RestRoute, input: unknown, headers: Headers_): Promise<Knocked> {
  const given = { ...(input as Record<string, unknown> | undefined) };
  const path = route.template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = String(given[name]);
    delete given[name];
    return encodeURIComponent(value);
  });
  const takesBody = route.method !== 'GET' && route.method !== 'DELETE';
  const query = takesBody ? '' : `?${new URLSearchParams(given as Record<string, string>)}`;
  const init = {
    method: route.method,
    headers: { ...headers, ...(takesBody && { 'content-type': 'application/json' }) },
    ...(takesBody && { body: JSON.stringify(given) }),
  };
  const handler = restHandlers[route.method as keyof typeof restHandlers];
  return knocked(
    await handler(request(`/api/v1${path}${query}`, init), contextFor({ path: path.split('/').slice(1) })),
  );
}

export async function knocked(response: Response): Promise<Knocked> {
  const text = await response.text();
  return { status: response.status, answer: response.ok ? 'ok' : codeIn(text), text, headers: response.headers };
}

function codeIn(text: string): string {
  try {
    const body = JSON.parse(text);
    return body.error?.data?.failure?.code ?? body.code ?? text;
  } catch {
    return text;
  }
}

/** The names that a procedure's input knows. */
export function fieldsOf(path: string): string[] {
  const definition = (appRouter._def.procedures as unknown as Record<string, { _def: { inputs: unknown[] } }>)[path]
    ?._def;
  const [schema] = definition?.inputs ?? [];
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}
