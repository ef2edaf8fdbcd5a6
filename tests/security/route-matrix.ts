import type { Caller } from './world.ts';

/**
 * Every route handler by method and folder: the status that each caller gets for a plain request.
 * The calls behind `/api/trpc` and `/api/v1` have rows of their own in access-matrix.ts.
 */
export interface RouteRow {
  readonly status: Readonly<Record<Caller, number>>;
  readonly params?: Readonly<Record<string, string | string[]>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}
const everybody = (status: number): RouteRow['status'] => ({
  nobody: status,
  stranger: status,
  owner: status,
  admin: status,
  blocked: status,
  readKey: status,
});
const json = { 'content-type': 'application/json' };
const unknownCall: RouteRow = { status: everybody(404), params: { path: ['no', 'such', 'call'] } };

export const routeMatrix: Readonly<Record<string, RouteRow>> = {
  'GET /healthz': { status: everybody(200) },
  // No worker beats in this test: not ready, and only the operator is told why (see below).
  'GET /readyz': { status: everybody(503) },
  'GET /metrics': { status: { ...everybody(401), admin: 200 } },

  'GET /api/trpc/[trpc]': { status: everybody(200), params: { trpc: 'ping' } },
  // A query is not asked by POST.
  'POST /api/trpc/[trpc]': { status: everybody(405), params: { trpc: 'ping' }, headers: json, body: '{}' },

  'GET /api/v1/openapi.json': { status: everybody(200) },
  'GET /api/v1/[...path]': unknownCall,
  'POST /api/v1/[...path]': { ...unknownCall, headers: json, body: '{}' },
  'PUT /api/v1/[...path]': { ...unknownCall, headers: json, body: '{}' },
  'PATCH /api/v1/[...path]': { ...unknownCall, headers: json, body: '{}' },
  'DELETE /api/v1/[...path]': unknownCall,

  // A page's stream: keys poll.
  'GET /api/live': { status: { ...everybody(200), nobody: 401, blocked: 403, readKey: 403 } },

  // Nobody here is Telegram, not even an admin.
  'POST /api/telegram/webhook': { status: everybody(401), headers: json, body: '{"update_id":1}' },
  ...Object.fromEntries(
    ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'].map((method) => [
      `${method} /api/telegram/webhook`,
      { status: everybody(405) },
    ]),
  ),

  'GET /api/auth/[...nextauth]': { status: everybody(200), params: { nextauth: ['csrf'] } },
  // Without the form's own token nobody is signed out.
  'POST /api/auth/[...nextauth]': {
    status: everybody(403),
    params: { nextauth: ['signout'] },
    headers: json,
    body: '{"csrfToken":"forged"}',
  },
};
