import { beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '#/tests/support/database.ts';
import { goodPassword, registerPerson } from '#/tests/support/people.ts';
import type { SignedInActor } from '../model.ts';
import { signInWithPassword } from '../sign-in/service.ts';
import { completeAdminReset } from './admin-reset/service.ts';
import { installationBotToken } from './bot-token/service.ts';
import { findSetupState } from './data.ts';
import { createFirstAdmin } from './first-admin/service.ts';
import type { BotIdentification } from './ports.ts';
import { issueAdminLink, resetAdmin } from './service.ts';
import { confirmAddress, finishSetup, saveBotToken, skipBot } from './steps/service.ts';

const { deps, clock } = await testDatabase();
const now = () => clock.now();
const address = '203.0.113.5';
const keyOf = ({ path }: { path: string | null }) => path?.split('key=')[1] ?? '';
const admin = (userId: string): SignedInActor => ({
  kind: 'user',
  userId,
  role: 'admin',
  door: { kind: 'cookie', sessionId: crypto.randomUUID() },
});
const stateFor = (key: string | null, actor: SignedInActor | { kind: 'nobody' } = { kind: 'nobody' }) =>
  findSetupState(deps, { actor, key, now: now() });
let names = 0;
const create = (key: string, login = `chief-${++names}`) =>
  createFirstAdmin(deps, { key, login, password: goodPassword, displayName: '', address, now: now() });

/** Each test begins on an installation without people. */
beforeEach(async () => {
  clock.setOffset(0);
  await deps.pool.query(
    'DELETE FROM sealed_secrets; DELETE FROM settings; DELETE FROM link_codes; DELETE FROM sessions',
  );
  await deps.pool.query('DELETE FROM users; DELETE FROM rate_limits');
});
async function firstAdmin(): Promise<string> {
  const made = await create(keyOf(await issueAdminLink(deps, { now: now() })));
  if (!made.ok) throw new Error(made.failure.code);
  return made.value.userId;
}

describe('the first admin', () => {
  it('is made by the one-time link and can sign in', async () => {
    const key = keyOf(await issueAdminLink(deps, { now: now() }));
    expect(await stateFor(key)).toMatchObject({ stage: 'create_admin' });
    expect(await create(key, 'Chief')).toMatchObject({ ok: true, value: { login: 'chief' } });
    const origin = { address, userAgent: '' };
    const signedIn = await signInWithPassword(deps, {
      login: 'chief',
      password: goodPassword,
      origin,
      replaces: null,
      now: now(),
    });
    expect(signedIn.ok).toBe(true);
    expect(await deps.db.user.count({ where: { role: 'admin' } })).toBe(1);
  });
  it('cannot be made without the link, with another one, an old one, or one used up', async () => {
    expect(await stateFor(null)).toMatchObject({ stage: 'link_needed', linkExpiresAt: null });
    expect(await create('NOT-A-KEY')).toMatchObject({ failure: { code: 'setup_link_invalid' } });
    const superseded = keyOf(await issueAdminLink(deps, { now: now() }));
    const key = keyOf(await issueAdminLink(deps, { now: now() }));
    expect(await stateFor(superseded)).toMatchObject({ stage: 'link_needed' });
    expect(await create(superseded)).toMatchObject({ failure: { code: 'setup_link_invalid' } });
    clock.setOffset(30 * 60_000 + 1000);
    expect(await create(key)).toMatchObject({ failure: { code: 'setup_link_invalid' } });
    const fresh = keyOf(await issueAdminLink(deps, { now: now() }));
    expect(await create(fresh)).toMatchObject({ ok: true });
    expect(await create(fresh)).toMatchObject({ failure: { code: 'setup_closed' } });
  });
  it('is one, when two people open the same link at the same moment', async () => {
    const key = keyOf(await issueAdminLink(deps, { now: now() }));
    const both = await Promise.all([create(key), create(key), create(key)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await deps.db.user.count()).toBe(1);
  });
  it('keeps the link when the name or password was no good', async () => {
    await registerPerson(deps, { login: 'taken' });
    const key = keyOf(await issueAdminLink(deps, { now: now() }));
    expect(await create(key, 'a b')).toMatchObject({ failure: { code: 'login_unsuitable' } });
    expect(await create(key, 'taken')).toMatchObject({ failure: { code: 'login_taken' } });
    expect(await create(key)).toMatchObject({ ok: true });
  });
  it('ends the handing out of links', async () => {
    await firstAdmin();
    expect(await issueAdminLink(deps, { now: now() })).toEqual({ path: null });
    expect(await stateFor(null)).toMatchObject({ stage: 'closed', progress: null });
  });
  it('is looked for among those of ADMIN_USER_IDS too', async () => {
    const { userId } = await registerPerson(deps);
    await deps.db.user.update({ where: { id: userId }, data: { telegramId: 42n } });
    const named = { ...deps, config: { ...deps.config, adminUserIds: [42n] } };
    expect(await issueAdminLink(named, { now: now() })).toEqual({ path: null });
  });
});

describe('the further steps', () => {
  const token = '987654321:AAsaved-saved-saved-saved-saved-saved-0';
  const saying = (answer: BotIdentification) => ({ ...deps, identifyBot: async () => answer });
  const bot = { kind: 'bot', id: 987654321n, username: 'my_desk_bot' } as const;

  it('go on where they were left, also in another session', async () => {
    const adminId = await firstAdmin();
    const step = { adminId, address, now: now() };
    expect((await stateFor(null, admin(adminId))).progress).toMatchObject({ done: ['admin'], next: 'address' });
    await confirmAddress(deps, step);
    expect((await stateFor(null, admin(adminId))).progress).toMatchObject({ done: ['admin', 'address'], next: 'bot' });
    await skipBot(deps, step);
    await finishSetup(deps, step);
    expect((await stateFor(null, admin(adminId))).progress).toMatchObject({ next: null });
  });
  it('are the admin’s alone who began', async () => {
    const adminId = await firstAdmin();
    const { userId: other } = await registerPerson(deps, { role: 'admin' });
    const step = { adminId: other, address, now: now() };
    expect(await stateFor(null, admin(other))).toMatchObject({ stage: 'closed', progress: null });
    for (const taken of [confirmAddress(deps, step), skipBot(deps, step), finishSetup(deps, step)]) {
      expect(await taken).toMatchObject({ failure: { code: 'not_allowed' } });
    }
    expect(await saveBotToken(saying(bot), { ...step, token })).toMatchObject({ failure: { code: 'not_allowed' } });
    // Gone is gone: the next admin takes over.
    await deps.db.user.update({ where: { id: adminId }, data: { blockedAt: now() } });
    expect(await confirmAddress(deps, step)).toMatchObject({ ok: true });
  });
  it('keep a token that Telegram knows, sealed, and use it where the environment has none', async () => {
    const step = { adminId: await firstAdmin(), address, now: now() };
    expect(await saveBotToken(saying(bot), { ...step, token })).toEqual({
      ok: true,
      value: { id: '987654321', username: 'my_desk_bot' },
    });
    expect((await installationBotToken(deps))?.reveal()).toBe(token);
    const { rows } = await deps.pool.query<{ envelope: string }>('SELECT envelope FROM sealed_secrets');
    expect(rows[0]?.envelope).toMatch(/^v1\./);
    expect(JSON.stringify(rows)).not.toContain('saved-saved');
    expect((await stateFor(null, admin(step.adminId))).progress?.bot).toEqual({
      source: 'saved',
      id: '987654321',
      username: 'my_desk_bot',
      skipped: false,
    });
    const again = '987654321:AAagain-again-again-again-again-again-0';
    await saveBotToken(saying(bot), { ...step, token: again });
    expect((await installationBotToken(deps))?.reveal()).toBe(again);
  });
  it('keep no token that Telegram refuses, that is another bot’s, or that could not be checked', async () => {
    const step = { adminId: await firstAdmin(), address, now: now() };
    const save = (answer: BotIdentification, given = token) => saveBotToken(saying(answer), { ...step, token: given });
    expect(await save({ kind: 'refused' })).toMatchObject({ failure: { code: 'bot_token_refused' } });
    expect(await save({ ...bot, id: 1n })).toMatchObject({ failure: { code: 'bot_token_refused' } });
    expect(await save(bot, 'x'.repeat(40))).toMatchObject({ failure: { code: 'bot_token_refused' } });
    expect(await save({ kind: 'unreachable' })).toMatchObject({ failure: { code: 'telegram_unreachable' } });
    expect(await installationBotToken(deps)).toBeNull();
  });
});

describe('npm run admin:reset', () => {
  it('gives a link with which the only admin chooses a new password, and signs him out everywhere', async () => {
    const adminId = await firstAdmin();
    const reset = await resetAdmin(deps, { now: now() });
    if (reset.kind !== 'issued') throw new Error(reset.kind);
    expect(await stateFor(keyOf(reset))).toMatchObject({ stage: 'reset_admin', resetLogin: reset.login });
    const password = 'an entirely new sentence';
    const done = await completeAdminReset(deps, { key: keyOf(reset), password, address, now: now() });
    expect(done).toMatchObject({ ok: true, value: { userId: adminId, login: reset.login } });
    const again = await completeAdminReset(deps, { key: keyOf(reset), password, address, now: now() });
    expect(again).toMatchObject({ failure: { code: 'setup_link_invalid' } });
    const origin = { address: '203.0.113.8', userAgent: '' };
    const asked = { login: reset.login ?? '', origin, replaces: null, now: now() };
    expect((await signInWithPassword(deps, { ...asked, password })).ok).toBe(true);
    expect((await signInWithPassword(deps, { ...asked, password: goodPassword })).ok).toBe(false);
  });
  it('asks which of several, and knows them by name', async () => {
    await firstAdmin();
    await registerPerson(deps, { login: 'second-chief', role: 'admin' });
    expect(await resetAdmin(deps, { now: now() })).toMatchObject({
      kind: 'choose',
      logins: [expect.anything(), 'second-chief'],
    });
    expect(await resetAdmin(deps, { login: 'Second-Chief', now: now() })).toMatchObject({ kind: 'issued' });
    expect(await resetAdmin(deps, { login: 'nobody', now: now() })).toMatchObject({ kind: 'choose', asked: 'nobody' });
  });
  it('makes the first admin’s link where there is none', async () => {
    const reset = await resetAdmin(deps, { now: now() });
    if (reset.kind !== 'issued') throw new Error(reset.kind);
    expect(await create(keyOf(reset))).toMatchObject({ ok: true });
  });
});
