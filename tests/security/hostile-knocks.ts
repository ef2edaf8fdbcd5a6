import fc from 'fast-check';
import * as auth from '#/app/api/auth/[...nextauth]/route.ts';
import { GET as live } from '#/app/api/live/route.ts';
import * as webhook from '#/app/api/telegram/webhook/route.ts';
import * as trpc from '#/app/api/trpc/[trpc]/route.ts';
import * as rest from '#/app/api/v1/[...path]/route.ts';
import { GET as openapi } from '#/app/api/v1/openapi.json/route.ts';
import { GET as healthz } from '#/app/healthz/route.ts';
import { GET as metrics } from '#/app/metrics/route.ts';
import { GET as readyz } from '#/app/readyz/route.ts';
import { procedureMatrix } from './access-matrix.ts';
import { hostileBody, hostileHeaders, hostileText, hostileValue } from './hostile.ts';
import { type contextFor, fieldsOf, procedures, type request, restRouteOf } from './knock.ts';
import { callers, fittingProof, proofOf, type World } from './world.ts';

export const webhookSecret = 'the-secret-of-the-webhook';
type Handler = (
  asked: ReturnType<typeof request>,
  context: ReturnType<typeof contextFor>,
) => Promise<Response> | Response;
/** One hostile request. */
export interface Knock {
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

/** Every field of every input, so that calls with many fields are asked more. */
const places = procedures.flatMap(({ path, type }) =>
  [...fieldsOf(path), 'unknown'].map((field) => ({ path, type, field, route: restRouteOf(path) })),
);
const restPlaces = places.flatMap(({ route, ...place }) => (route ? [{ ...place, route }] : []));

/** A call as its owner would make it, changed for the worse: mostly one field of it. */
function spoilt(path: string, field: string, world: World): fc.Arbitrary<unknown> {
  const fair = (procedureMatrix[path]?.input?.(world) ?? {}) as Record<string, unknown>;
  const fields = fieldsOf(path);
  const allSpoilt = fc.tuple(...fields.map(() => hostileValue));
  return fc.oneof(
    { weight: 12, arbitrary: hostileValue.map((value) => ({ ...fair, [field]: value })) },
    { weight: 1, arbitrary: fc.constant<unknown>(fair) },
    { weight: 1, arbitrary: fc.constant({ ...fair, [field]: undefined }) },
    {
      weight: 1,
      arbitrary: allSpoilt.map((values) => Object.fromEntries(fields.map((name, at) => [name, values[at]]))),
    },
    { weight: 1, arbitrary: hostileValue },
  );
}
/** Mostly one that gets in. */
function proofFor(path: string, world: World, byKey: boolean): fc.Arbitrary<Record<string, string>> {
  const answers = procedureMatrix[path]?.answers;
  const anybody = fc.constantFrom(...callers).map((caller) => proofOf(world, caller));
  if (!answers) return anybody;
  return fc.oneof(
    { weight: 5, arbitrary: fc.constant(fittingProof(world, answers, byKey)) },
    { weight: 1, arbitrary: anybody },
  );
}

const jsonHeaders = { 'content-type': 'application/json' };
function trpcKnock(world: World): fc.Arbitrary<Knock> {
  return pick(places).chain(({ path, type, field }) =>
    fc
      .record({
        input: spoilt(path, field, world),
        proof: proofFor(path, world, false),
        raw: rarely(hostileBody),
        headers: hostileHeaders,
        name: rarely(hostileText),
        batched: rarely(fc.constantFrom(1, 2, 20, 25)),
      })
      .map(({ input, proof, raw, headers, name, batched }): Knock => {
        const called = Array(batched ?? 1)
          .fill(encoded(name ?? path))
          .join(',');
        const text = raw ?? JSON.stringify(batched ? { 0: input, 1: input } : input) ?? '';
        const query = [...(batched ? ['batch=1'] : []), ...(type === 'query' ? [`input=${encoded(text)}`] : [])];
        return {
          about: `tRPC ${path}`,
          handler: type === 'query' ? trpc.GET : trpc.POST,
          path: `/api/trpc/${called}?${query.join('&')}`,
          params: { trpc: called },
          method: type === 'query' ? 'GET' : 'POST',
          headers: { ...jsonHeaders, ...proof, ...headers },
          body: type === 'query' ? null : text,
        };
      }),
  );
}
function restKnock(world: World): fc.Arbitrary<Knock> {
  return pick(restPlaces).chain(({ path, field, route }) =>
    fc
      .record({
        input: spoilt(path, field, world),
        proof: proofFor(path, world, true),
        raw: rarely(hostileBody),
        headers: hostileHeaders,
        segment: rarely(hostileText),
        tail: rarely(hostileText),
        otherMethod: rarely(pick(methodsOf(rest))),
      })
      .map(({ input, proof, raw, headers, segment, tail, otherMethod }): Knock => {
        const given = Object(input) as Record<string, unknown>;
        const named = route.template.replace(/\{(\w+)\}/g, (_, name: string) =>
          encoded(segment ?? asText(given[name])),
        );
        const [method, handler] = otherMethod ?? [route.method, handlerOf(route.method)];
        const query = Object.entries(given).map(([name, value]) => `${encoded(name)}=${encoded(asText(value))}`);
        const hasBody = method !== 'GET' && method !== 'DELETE';
        return {
          about: `REST ${method} ${route.template}`,
          handler,
          path: `/api/v1${named}${tail === null ? '' : `/${encoded(tail)}`}?${query.join('&').slice(0, 8000)}`,
          params: {},
          method,
          headers: { ...(hasBody && jsonHeaders), ...proof, ...headers },
          body: hasBody ? (raw ?? JSON.stringify(input) ?? '') : null,
        };
      }),
  );
}
const asText = (value: unknown) => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));
function handlerOf(method: string): Handler {
  return methodsOf(rest).find(([name]) => name === method)?.[1] ?? rest.GET;
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

/** All of them, for the people of one world. */
export function knocksOn(world: World): fc.Arbitrary<Knock> {
  return fc.oneof(
    { weight: 5, arbitrary: trpcKnock(world) },
    { weight: 4, arbitrary: restKnock(world) },
    { weight: 1, arbitrary: routeKnock },
    { weight: 1, arbitrary: updateKnock },
    { weight: 1, arbitrary: authKnock },
  );
}
