import { globSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assembleWeb, useWeb } from '#/server/compose.web.ts';
import { withRequest } from '#/server/lib/request-facts.ts';
import { testDatabase } from '#/tests/support/database.ts';
import { contextFor, request } from './knock.ts';
import { type RouteRow, routeMatrix } from './route-matrix.ts';
import { callers, digestRows, makeWorld, proofOf, type World } from './world.ts';

type Handler = (request: Request, context: ReturnType<typeof contextFor>) => Promise<Response> | Response;
const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
const token = 'a-token-for-the-scraper';
const { deps } = await testDatabase({ env: { METRICS_TOKEN: token } });

/** From the disk, not from a list: a handler that nobody thought of is found. */
const handlers = new Map<string, Handler>();
for (const file of globSync('app/**/route.ts')) {
  const exported = (await import(/* @vite-ignore */ `#/${file}`)) as Record<string, Handler>;
  const address = file
    .replace(/^app/, '')
    .replace(/\/route\.ts$/, '')
    .replace(/\/\([^)]+\)/g, '');
  for (const method of methods) if (exported[method]) handlers.set(`${method} ${address}`, exported[method]);
}
let world: World;
beforeAll(async () => {
  useWeb(assembleWeb(deps));
  world = await makeWorld(deps);
});
afterAll(() => useWeb(null));

async function knock(name: string, row: RouteRow, headers: Record<string, string>): Promise<Response> {
  const [method = '', address = ''] = name.split(' ');
  const path = address.replace(/\[+(?:\.\.\.)?(\w+)\]+/g, (_, param: string) =>
    [row.params?.[param] ?? ''].flat().join('/'),
  );
  const init = { method, headers: { ...row.headers, ...headers }, ...(row.body && { body: row.body }) };
  const response = await handlers.get(name)?.(request(path, init), contextFor(row.params));
  if (!response) throw new Error(`${name}: no such handler`);
  return response;
}

it('has a row for every route handler on the disk, and a handler for every row', () => {
  expect([...handlers.keys()].sort()).toEqual(Object.keys(routeMatrix).sort());
});

describe.each(Object.entries(routeMatrix))('%s', (name, row) => {
  it.each(callers)('answers %s as the matrix says, and changes nothing', async (caller) => {
    const before = await digestRows(deps);
    const response = await knock(name, row, proofOf(world, caller));
    expect(response.status).toBe(row.status[caller]);
    await response.body?.cancel();
    expect(await digestRows(deps)).toEqual(before);
  });
  it('answers 503 and nothing else while the configuration is faulty', async () => {
    useWeb(null);
    const response = await knock(name, row, {});
    useWeb(assembleWeb(deps));
    expect(response.status).toBe(name === 'GET /healthz' ? 200 : 503);
    expect(await response.text()).not.toMatch(/DATABASE_URL|SECRET_KEY/);
  });
});

describe('what the installation says of itself', () => {
  const ready = (headers: Record<string, string>) => knock('GET /readyz', {} as RouteRow, headers);
  const local = { id: 'test', address: '127.0.0.1', isLoopback: true, endpoint: 'other', actorId: null };
  it('is one word for strangers', async () => {
    for (const caller of callers) {
      if (caller === 'admin') continue;
      expect(await (await ready(proofOf(world, caller))).text()).toBe('not ok');
    }
    expect(await (await ready({ authorization: 'Bearer another-token-altogether' })).text()).toBe('not ok');
  });
  it('is the whole verdict for an admin, for METRICS_TOKEN and on this machine', async () => {
    const local_ = () => withRequest(local, () => ready({}));
    const asked = [ready(proofOf(world, 'admin')), ready({ authorization: `Bearer ${token}` }), local_()];
    for (const response of await Promise.all(asked)) {
      expect(await response.json()).toMatchObject({
        ready: false,
        checks: [{ name: 'database', ok: true }, {}, {}, {}],
      });
    }
  });
  it('names the faults of the configuration on this machine only', async () => {
    useWeb(null);
    const [here, elsewhere] = [await withRequest(local, () => ready({})), await ready({})];
    useWeb(assembleWeb(deps));
    expect(await elsewhere.text()).toBe('not ok');
    expect(JSON.stringify(await here.json())).toMatch(/DATABASE_URL: missing.*SECRET_KEY: missing/);
  });
  it('gives metrics with the names that do not change', async () => {
    const response = await knock('GET /metrics', {} as RouteRow, { authorization: `Bearer ${token}` });
    const text = await response.text();
    for (const name of [
      'stardesk_request_latency_seconds histogram',
      'stardesk_requests_total counter',
      'stardesk_workers gauge',
      'stardesk_queue_jobs gauge',
      'stardesk_queue_oldest_seconds gauge',
      'stardesk_database_connections gauge',
      'stardesk_nodejs_eventloop_lag_seconds gauge',
      'stardesk_build_info gauge',
    ]) {
      expect(text).toContain(`# TYPE ${name}`);
    }
    expect(text.match(/^(?!#|stardesk_|$).*/gm)).toBeNull();
  });
});
