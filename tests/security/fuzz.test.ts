import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as auth from '#/app/api/auth/[...nextauth]/route.ts';
import { GET as live } from '#/app/api/live/route.ts';
import * as webhook from '#/app/api/telegram/webhook/route.ts';
import * as trpc from '#/app/api/trpc/[trpc]/route.ts';
import * as rest from '#/app/api/v1/[...path]/route.ts';
import { GET as openapi } from '#/app/api/v1/openapi.json/route.ts';
import { GET as healthz } from '#/app/healthz/route.ts';
import { GET as metrics } from '#/app/metrics/route.ts';
import { GET as readyz } from '#/app/readyz/route.ts';
import { assembleWeb, useWeb } from '#/server/compose.web.ts';
import { installQueue } from '#/server/queue/install.ts';
import { restRoutes } from '#/server/trpc/rest/rest-routes.ts';
import { testDatabase } from '#/tests/support/database.ts';
import { procedureMatrix } from './access-matrix.ts';
import { hostileBody, hostileHeaders, hostileText, hostileValue } from './hostile.ts';
import { contextFor, fieldsOf, procedures, request } from './knock.ts';
import { callers, makeWorld, proofOf, type World } from './world.ts';

/** `npm run test:long` says 20 000 and a seed of the day. */
const inputs = Number(process.env.FUZZ_INPUTS ?? 2000);
const seed = Number(process.env.FUZZ_SEED ?? 20_261_120);
const withinMs = 5000;
const webhookSecret = 'the-secret-of-the-webhook';

const { deps } = await testDatabase({
  env: { TELEGRAM_WEBHOOK_SECRET: webhookSecret, TELEGRAM_API_ROOT: 'http://127.0.0.1:1' },
});
beforeAll(async () => {
  await installQueue(deps.pool);
  useWeb(assembleWeb(deps));
});
afterAll(() => useWeb(null));

type Handler = (
  asked: ReturnType<typeof request>,
  context: ReturnType<typeof contextFor>,
) => Promise<Response> | Response;
interface Knock {
  readonly about: string;
  readonly handler: Handler;
  readonly path: string;
  readonly params: Record<string, string | string[]>;
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body: string | null;
}

const encoded = (text: string) => encodeURIComponent(text.toWellFormed());
const methodsOf = (module: object) =>
  Object.entries(module).filter(([name]) => /^[A-Z]+$/.test(name)) as [string, Handler][];
/** One in eight. */
const rarely = <Value>(odd: fc.Arbitrary<Value>) =>
  fc.oneof({ weight: 7, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: odd });
const pick = <Value>(values: readonly Value[]) => fc.constantFrom(...values);

/** A call as its owner would make it, with one thing about its fields changed for the worse. */
function spoilt(path: string, world: World): fc.Arbitrary<unknown> {
  const fair = (procedureMatrix[path]?.input?.(world) ?? {}) as Record<string, unknown>;
  const fields = fieldsOf(path);
  return fc.oneof(
    { weight: 1, arbitrary: fc.constant<unknown>(fair) },
    {
      weight: 6,
      arbitrary: fc
        .tuple(pick([...fields, 'unknown']), hostileValue)
        .map(([name, value]) => ({ ...fair, [name]: value })),
    },
    { weight: 2, arbitrary: pick([...fields, 'unknown']).map((name) => ({ ...fair, [name]: undefined })) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(...fields.map(() => hostileValue))
        .map((values) => Object.fromEntries(fields.map((name, at) => [name, values[at]]))),
    },
    { weight: 2, arbitrary: hostileValue },
  );
}

const jsonHeaders = { 'content-type': 'application/json' };
function trpcKnock(world: World): fc.Arbitrary<Knock> {
  return pick(procedures).chain(({ path, type }) =>
    fc
      .record({
        input: spoilt(path, world),
        raw: rarely(hostileBody),
        headers: hostileHeaders,

        name: rarely(hostileText),
        batch: fc.nat(9),
      })
      .map(({ input, raw, headers, name, batch }): Knock => {
        const text = raw ?? JSON.stringify(input) ?? '';
        const called = batch === 0 ? Array(25).fill(path).join(',') : encoded(name ?? path);
        const query = [...(batch < 2 ? ['batch=1'] : []), ...(type === 'query' ? [`input=${encoded(text)}`] : [])].join(
          '&',
        );
        return {
          about: `tRPC ${path}`,
          handler: type === 'query' ? trpc.GET : trpc.POST,
          path: `/api/trpc/${called}?${query}`,
          params: { trpc: called },
          method: type === 'query' ? 'GET' : 'POST',
          headers: { ...jsonHeaders, ...headers },
          body: type === 'query' ? null : text,
        };
      }),
  );
}
function restKnock(world: World): fc.Arbitrary<Knock> {
  return pick(restRoutes).chain((route) =>
    fc
      .record({
        input: spoilt(route.procedure, world),
        raw: rarely(hostileBody),
        headers: hostileHeaders,

        segment: hostileText,
        keep: fc.boolean(),
        tail: rarely(hostileText),
        handler: pick(methodsOf(rest)),
        asIs: fc.nat(9),
      })
      .map(({ input, raw, headers, segment, keep, tail, handler, asIs }): Knock => {
        const given = Object(input) as Record<string, unknown>;
        const path = route.template.replace(/\{(\w+)\}/g, (_, name: string) =>
          encoded(keep && typeof given[name] === 'string' ? given[name] : segment),
        );
        const [method, other] =
          asIs === 0 ? handler : (methodsOf(rest).find(([name]) => name === route.method) ?? handler);
        const query = Object.entries(given).map(
          ([name, value]) =>
            `${encoded(name)}=${encoded(typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))}`,
        );
        const hasBody = method !== 'GET' && method !== 'DELETE';
        return {
          about: `REST ${method} ${route.template}`,
          handler: other,
          path: `/api/v1${path}${tail === null ? '' : `/${encoded(tail)}`}?${query.join('&').slice(0, 8000)}`,
          params: {},
          method,
          headers: { ...(hasBody && jsonHeaders), ...headers },
          body: hasBody ? (raw ?? JSON.stringify(input) ?? '') : null,
        };
      }),
  );
}
const plain: readonly [string, string, Handler][] = [
  ['GET', '/api/live', live],
  ['GET', '/api/v1/openapi.json', openapi],
  ['GET', '/healthz', healthz],
  ['GET', '/readyz', readyz],
  ['GET', '/metrics', metrics],
  ...methodsOf(webhook).map(([method, handler]): [string, string, Handler] => [
    method,
    '/api/telegram/webhook',
    handler,
  ]),
];
const routeKnock: fc.Arbitrary<Knock> = fc
  .record({ route: pick(plain), query: hostileText, body: hostileBody, headers: hostileHeaders })
  .map(({ route: [method, path, handler], query, body, headers }) => ({
    about: `${method} ${path}`,
    handler,
    path: `${path}?after=${encoded(query)}`,
    params: {},
    method,
    headers,
    body: method === 'GET' || method === 'HEAD' ? null : body,
  }));
/** Telegram itself, gone mad. */
const updateKnock: fc.Arbitrary<Knock> = fc
  .record({
    id: hostileValue,
    chat: hostileValue,
    kind: pick(['message', 'callback_query', 'pre_checkout_query', '__proto__']),
    raw: rarely(hostileBody),
  })
  .map(({ id, chat, kind, raw }) => ({
    about: 'an update',
    handler: webhook.POST as Handler,
    path: '/api/telegram/webhook',
    params: {},
    method: 'POST',
    headers: { 'x-telegram-bot-api-secret-token': webhookSecret, ...jsonHeaders },
    body: raw ?? JSON.stringify({ update_id: id, [kind]: { chat: { id: chat }, from: { id: chat } } }),
  }));
const authKnock: fc.Arbitrary<Knock> = fc
  .record({
    action: fc.oneof(
      pick(['callback', 'signout', 'signin', 'csrf', 'session', 'providers', 'error', '_log', 'verify-request']),
      hostileText,
    ),
    provider: fc.option(fc.oneof(pick(['credentials', 'demo', 'email']), hostileText)),
    post: fc.boolean(),
    fields: fc.dictionary(pick(['csrfToken', 'login', 'password', 'callbackUrl', 'json', '__proto__']), hostileValue),
    raw: rarely(hostileBody),
    headers: hostileHeaders,
    query: hostileText,
  })
  .map(({ action, provider, post, fields, raw, headers, query }) => {
    const nextauth = provider === null ? [action] : [action, provider];
    return {
      about: `next-auth ${nextauth.join('/')}`,
      handler: (post ? auth.POST : auth.GET) as Handler,
      path: `/api/auth/${nextauth.map(encoded).join('/')}?callbackUrl=${encoded(query)}`,
      params: { nextauth },
      method: post ? 'POST' : 'GET',
      headers: { ...jsonHeaders, ...headers },
      body: post ? (raw ?? JSON.stringify(fields)) : null,
    };
  });

it(`answers ${inputs} hostile requests in time and without a fault of ours`, {
  timeout: 60_000 + inputs * 60,
}, async () => {
  console.info(`fuzz: FUZZ_SEED=${seed} FUZZ_INPUTS=${inputs}`);
  const seen = new Map<number, number>();
  const perWorld = 100;
  for (let done = 0; done < inputs; done += perWorld) {
    // What hit its mark has changed the people of this world, and the limits of tries would shut the doors.
    const world = await makeWorld(deps);
    await deps.pool.query('DELETE FROM rate_limits');
    const knock = fc.oneof(
      { weight: 5, arbitrary: trpcKnock(world) },
      { weight: 4, arbitrary: restKnock(world) },
      { weight: 1, arbitrary: routeKnock },
      { weight: 1, arbitrary: updateKnock },
      { weight: 1, arbitrary: authKnock },
    );
    const proof = fc.oneof(
      pick([...callers, 'admin', 'admin', 'owner', 'owner'] as const).map((caller) => proofOf(world, caller)),
      fc.constant({ authorization: `Bearer ${world.owner.writeKey}` }),
    );
    const knocks = fc.sample(fc.tuple(knock, proof), { seed: seed + done, numRuns: Math.min(perWorld, inputs - done) });
    for (const [one, shown] of knocks) {
      const status = await answerTo(one, shown);
      seen.set(status, (seen.get(status) ?? 0) + 1);
    }
  }
  // Hostile, and yet through the outer doors: a fuzz that only meets 401 proves nothing.
  expect(seen.get(200) ?? 0).toBeGreaterThan(inputs / 50);
  expect(seen.get(400) ?? 0).toBeGreaterThan(inputs / 10);
  expect(Object.prototype).not.toHaveProperty('isAdmin');
  console.info(
    `fuzz: ${[...seen]
      .sort()
      .map(([status, count]) => `${status}: ${count}`)
      .join(', ')}`,
  );
});

async function answerTo(
  { about, handler, path, params, method, headers, body }: Knock,
  shown: Record<string, string>,
): Promise<number> {
  const asked = request(path, {
    method,
    headers: { ...shown, ...headers },
    ...(body !== null && { body: body.toWellFormed() }),
  });
  const startedMs = performance.now();
  const tooLate = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error(`no answer in ${withinMs} ms`)), withinMs).unref();
  });
  const told = () =>
    `${about} ${method} ${path.slice(0, 300)} ${JSON.stringify({ ...shown, ...headers })} ${JSON.stringify(body)?.slice(0, 500)}`;
  try {
    const response = await Promise.race([Promise.resolve(handler(asked, contextFor(params))), tooLate]);
    const isStream = response.headers.get('content-type')?.startsWith('text/event-stream');
    if (isStream) await response.body?.cancel();
    const text = isStream ? '' : await Promise.race([response.text(), tooLate]);
    // Not ready is what /readyz has to say here: no worker lives in this test.
    if (response.status >= 500 && !path.startsWith('/readyz'))
      throw new Error(`${response.status} ${text.slice(0, 300)}`);
    expect(performance.now() - startedMs).toBeLessThan(withinMs);
    return response.status;
  } catch (error) {
    throw new Error(`${(error as Error).message}\n  ${told()}`, { cause: error });
  }
}
