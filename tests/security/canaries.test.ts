import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { POST as authPost } from '#/app/api/auth/[...nextauth]/route.ts';
import { GET as liveGet } from '#/app/api/live/route.ts';
import { POST as webhook } from '#/app/api/telegram/webhook/route.ts';
import { GET as metricsGet } from '#/app/metrics/route.ts';
import { assembleWeb, useWeb } from '#/server/compose.web.ts';
import { endpointNames } from '#/server/lib/endpoint-names.ts';
import { observeHttp } from '#/server/lib/observe-http.ts';
import { installQueue } from '#/server/queue/install.ts';
import { testDatabase } from '#/tests/support/database.ts';
import { procedureMatrix } from './access-matrix.ts';
import {
  callProcedure,
  callRest,
  contextFor,
  type Knocked,
  knocked,
  procedures,
  request,
  restRouteOf,
} from './knock.ts';
import { canaries, disguises, signIn, signInitData, telegram, telegramRoot } from './planted-secrets.ts';
import { makeWorld, proofOf } from './world.ts';

/** Found on the way: what the product itself makes and gives out once. */
const found: Record<string, string> = {};

const { deps, logLines } = await testDatabase({
  poolSize: 1,
  env: {
    SECRET_KEY: canaries.secretKey,
    TELEGRAM_WEBHOOK_SECRET: canaries.webhookSecret,
    METRICS_TOKEN: canaries.metricsToken,
    TELEGRAM_API_ROOT: telegramRoot,
    LOG_LEVEL: 'trace',
  },
});
const answers: Knocked[] = [];
const note = (answer: Knocked) => {
  answers.push(answer);
  return answer;
};
beforeAll(async () => {
  await installQueue(deps.pool);
  useWeb(assembleWeb(deps));
});
afterAll(() => {
  useWeb(null);
  telegram.close();
});

async function enter(login: string, password: string): Promise<{ status: number; cookie: string }> {
  const { answer, cookie } = await signIn(login, password);
  return { status: note(answer).status, cookie };
}
function initData(botToken: string): string {
  const signed = signInitData(botToken, deps.clock.now());
  found.initDataHash = signed.hash;
  found.queryId = signed.queryId;
  return signed.raw;
}

it('lets every secret through the doors that want it', { timeout: 60_000 }, async () => {
  const call = async (path: string, input: unknown, headers: Record<string, string> = {}) =>
    note(await callProcedure(path, input, headers));
  const login = 'canary-person';
  expect(await call('registration.register', { login, password: canaries.password })).toMatchObject({ answer: 'ok' });
  expect((await enter(login, canaries.wrongPassword)).status).toBe(401);
  const { cookie, status } = await enter(login, canaries.password);
  expect(status).toBe(200);
  found.session = cookie.split('=').slice(1).join('=');

  await call('me.get', undefined, { cookie });
  const change = { currentPassword: canaries.wrongPassword, newPassword: canaries.newPassword };
  expect(await call('passwords.change', change, { cookie })).toMatchObject({ answer: 'wrong_password' });
  expect(await call('passwords.change', { ...change, currentPassword: canaries.password }, { cookie })).toMatchObject({
    answer: 'ok',
  });

  const created = await callProcedure('apiKeys.create', { name: 'mine', scopes: ['read', 'write'] }, { cookie });
  found.apiKey = JSON.parse(created.text).result.data.key;
  const code = await callProcedure('linking.createCode', undefined, { cookie });
  found.linkCode = JSON.parse(code.text).result.data.code;
  const me = restRouteOf('me.update');
  if (!me) throw new Error('no REST for me.update');
  const keyed = { authorization: `Bearer ${found.apiKey}`, 'idempotency-key': 'canary' };
  expect(note(await callRest(me, { displayName: 'x' }, keyed))).toMatchObject({ answer: 'ok' });
  note(await callRest(me, { displayName: 'x' }, { authorization: `Bearer ${canaries.forgedKey}` }));

  // The bot: first saved by an admin, then spoken for by its Mini App.
  const world = await makeWorld(deps);
  const admin = proofOf(world, 'admin');
  expect(await call('setup.saveBotToken', { token: canaries.savedBotToken }, admin)).toMatchObject({ answer: 'ok' });
  expect(await call('me.get', undefined, { authorization: `tma ${initData(canaries.savedBotToken)}` })).toMatchObject({
    answer: 'ok',
  });
  await call('me.get', undefined, { authorization: `tma ${initData(canaries.botToken)}` });
  await call('setup.saveBotToken', { token: `${canaries.botToken}/` }, admin);
  const invited = await callProcedure('admin.invitations.create', { days: 1 }, admin);
  found.invitation = JSON.parse(invited.text).result.data.code;
  await call('setup.createAdmin', { key: canaries.setupKey, login: 'x', password: canaries.password });
  await call('setup.resetAdmin', { key: canaries.setupKey, password: canaries.password });
  await call('linking.redeem', { code: canaries.redeemCode }, { cookie });

  // Every procedure and some doors with secrets where they do not belong: as fields, in broken JSON, in headers.
  const stray = Object.values({ ...canaries, ...found });
  for (const { path } of procedures) {
    const input = procedureMatrix[path]?.input?.(world) as Record<string, unknown> | undefined;
    await call(path, { ...input, [stray[0] ?? '']: stray.join(' ') }, { cookie, referer: `http://x/?key=${stray[3]}` });
    await call(path, stray, admin);
  }
  const broken = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: `{"password":"${stray.join('","')}`,
  };
  note(
    await knocked(
      await authPost(
        request('/api/auth/callback/credentials', broken),
        contextFor({ nextauth: ['callback', 'credentials'] }),
      ),
    ),
  );
  const hook = (secret: string, body: string) =>
    webhook(
      request('/api/telegram/webhook', {
        method: 'POST',
        headers: { 'x-telegram-bot-api-secret-token': secret },
        body,
      }),
      contextFor(),
    );
  note(await knocked(await hook(canaries.webhookSecret, '{"update_id":1,"message":{"chat":{"id":1}}}')));
  note(await knocked(await hook(canaries.botToken, '{}')));
  note(
    await knocked(
      await metricsGet(
        request('/metrics', { headers: { authorization: `Bearer ${canaries.metricsToken}` } }),
        contextFor(),
      ),
    ),
  );
  const live = await liveGet(request('/api/live', { headers: { cookie: `${cookie}x` } }), contextFor());
  note({ ...(await knocked(live)) });
});

const everything = () => Object.entries({ ...canaries, ...found });
it('has planted all of them', () => {
  expect(Object.values(found).every((secret) => secret?.length >= 8)).toBe(true);
  expect(Object.keys(found).sort()).toEqual(
    ['apiKey', 'initDataHash', 'invitation', 'linkCode', 'queryId', 'session'].sort(),
  );
});

it('goes through a web process that measures, and through one whose database breaks with all its words', async () => {
  const stop = observeHttp({
    ...deps,
    endpointName: endpointNames(['/setup'], []),
    hasPublicUrl: true,
    responseHeaders: {},
  });
  const server = createServer((_, answer) => answer.end());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  for (const [name, secret] of everything()) {
    const headers = {
      cookie: secret,
      authorization: `Bearer ${secret}`,
      referer: `http://x/?${secret}`,
      'x-real-ip': secret,
    };
    const path = `setup/${encodeURIComponent(secret)}?${name}=${encodeURIComponent(secret)}`;
    await (await fetch(`http://127.0.0.1:${port}/${path}`, { headers })).text();
  }
  stop();
  server.close();

  // Not the one-time codes: a few letters look like any other word.
  const secrets = everything().flatMap(([name, secret]) => (['invitation', 'linkCode'].includes(name) ? [] : secret));
  const fails = (...called: unknown[]) => {
    throw new Error(`invalid call ${JSON.stringify([called, secrets])}`);
  };
  const failing = new Proxy(deps.db, { get: () => new Proxy(fails, { get: () => fails }) });
  const pool = Object.assign(Object.create(deps.pool), { query: async (...called: unknown[]) => fails(...called) });
  useWeb(assembleWeb({ ...deps, db: failing, pool }));
  const login = 'canary-other';
  note(await callProcedure('registration.register', { login, password: canaries.password }, {}));
  note(await callProcedure('me.get', undefined, { authorization: `Bearer ${found.apiKey}` }));
  note(await callProcedure('setup.state', { key: canaries.setupKey }, {}));
  expect((await enter(login, canaries.password)).status).toBe(500);
  useWeb(assembleWeb(deps));
});

it('writes none of them to the log', async () => {
  await vi.waitFor(() =>
    expect(logLines.filter((line) => line.includes('"event":"request"'))).toHaveLength(everything().length),
  );
  expect(logLines.filter((line) => /"event":"(request|procedure)\.failed"/.test(line)).length).toBeGreaterThan(3);
  const log = logLines.join('\n');
  for (const [name, secret] of everything()) {
    for (const text of disguises(secret)) expect(log.includes(text), name).toBe(false);
  }
});

it('says none of them in an answer, but for the one that hands it out', () => {
  expect(answers.length).toBeGreaterThan(60);
  for (const { text, headers } of answers) {
    const whole = text + JSON.stringify([...headers]);
    for (const [name, secret] of everything())
      expect(whole.includes(secret), `${name} in ${whole.slice(0, 300)}`).toBe(false);
  }
});

it('keeps none of them readable in any column of any table, the queue’s too', async () => {
  const { rows: tables } = await deps.pool.query<{ name: string }>(
    `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
     WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`,
  );
  expect(tables.map(({ name }) => name)).toContain('pgboss.job');
  for (const table of tables) {
    const { rows } = await deps.pool.query<{ row: string }>(`SELECT to_jsonb(t)::text AS row FROM ${table.name} t`);
    const dump = rows.map(({ row }) => row).join('\n');
    for (const [name, secret] of everything()) {
      for (const text of disguises(secret)) expect(dump.includes(text), `${name} in ${table.name}`).toBe(false);
    }
  }
});
