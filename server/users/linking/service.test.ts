import { describe, expect, it } from 'vitest';
import { balanceOf } from '#/server/ledger/data.ts';
import { credit, hold, house, voidHold } from '#/server/ledger/model.ts';
import { postAlone } from '#/server/ledger/service.ts';
import type { Asset } from '#/server/lib/money.ts';
import { ownedData } from '#/server/owned-data.ts';
import { testDatabase } from '#/tests/support/database.ts';
import { registerPerson } from '#/tests/support/people.ts';
import { createLinkCode, redeemLinkCode, redeemTypedCode, unlinkTelegram } from './service.ts';

const { deps: made, clock } = await testDatabase();
const deps = { ...made, ownedData };
const address = '192.0.2.9';
let ids = 500_000n;
const asker = (ownerId: string) => ({ ownerId, address, now: clock.now() });
const codeOf = async (ownerId: string) => {
  const issued = await createLinkCode(deps, { ownerId, now: clock.now() });
  if (!issued.ok) throw new Error(issued.failure.code);
  return issued.value;
};
const fromBot = (code: string, telegramId: bigint, username: string | null = 'anna_k') =>
  redeemLinkCode(deps, { code, telegramId, username, now: clock.now() });
const onlyTelegram = async () =>
  (await deps.db.user.create({ data: { telegramId: ++ids, telegramUsername: 'tg_anna' } })).id;
const give = (owner: string, asset: Asset, amount: bigint) =>
  postAlone(
    deps,
    credit({
      key: `give:${owner}:${asset}`,
      kind: 'test.give',
      owner,
      from: house('test'),
      asset,
      amount,
      now: clock.now(),
    }),
  );
const person = (id: string) => deps.db.user.findUniqueOrThrow({ where: { id } });

describe('a code made on the web and opened in the bot', () => {
  it('links the Telegram account, once', async () => {
    const { userId } = await registerPerson(deps);
    const { code, useIn } = await codeOf(userId);
    expect(useIn).toBe('bot');
    expect(await fromBot(code, ++ids)).toEqual({ ok: true, value: { userId, absorbed: false } });
    expect(await person(userId)).toMatchObject({ telegramId: ids, telegramUsername: 'anna_k' });
    expect(await fromBot(code, ++ids)).toMatchObject({ failure: { code: 'link_code_invalid' } });
  });
  it('links one of two Telegram accounts that open it at once', async () => {
    const { userId } = await registerPerson(deps);
    const { code } = await codeOf(userId);
    const both = await Promise.all([fromBot(code, ++ids), fromBot(code, ++ids)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });
  it('is worth nothing when it is old or replaced, and nothing on the web', async () => {
    const { userId } = await registerPerson(deps);
    const replaced = await codeOf(userId);
    const { code } = await codeOf(userId);
    expect(await fromBot(replaced.code, ++ids)).toMatchObject({ failure: { code: 'link_code_invalid' } });
    const thief = await registerPerson(deps);
    expect(await redeemTypedCode(deps, { ...asker(thief.userId), code })).toMatchObject({
      failure: { code: 'link_code_invalid' },
    });
    clock.setOffset(10 * 60_000 + 1000);
    expect(await fromBot(code, ++ids)).toMatchObject({ failure: { code: 'link_code_invalid' } });
    clock.setOffset(0);
  });
  it('takes a Telegram-only account in with its money, to the last unit', async () => {
    const telegramOnly = await onlyTelegram();
    const telegramId = ids;
    await give(telegramOnly, 'stars', 150n);
    await give(telegramOnly, 'points', 3960n);
    const { userId } = await registerPerson(deps);
    await give(userId, 'stars', 20n);
    const { code } = await codeOf(userId);
    expect(await fromBot(code, telegramId)).toEqual({ ok: true, value: { userId, absorbed: true } });
    expect(await balanceOf(deps.db, userId, 'stars')).toMatchObject({ free: 170n });
    expect(await balanceOf(deps.db, userId, 'points')).toMatchObject({ free: 3960n });
    expect(await balanceOf(deps.db, telegramOnly, 'stars')).toMatchObject({ free: 0n });
    expect(await person(telegramOnly)).toMatchObject({ telegramId: null, deletedAt: expect.any(Date) });
    expect(await person(userId)).toMatchObject({ telegramId });
  });
  it('waits while the Telegram-only account holds something, and changes nothing', async () => {
    const telegramOnly = await onlyTelegram();
    const telegramId = ids;
    await give(telegramOnly, 'checks', 5n);
    const held = { key: `hold:${telegramOnly}`, owner: telegramOnly, asset: 'checks' as const, amount: 1n };
    await postAlone(deps, hold({ ...held, expiresAt: null, now: clock.now() }));
    const { userId } = await registerPerson(deps);
    const { code } = await codeOf(userId);
    expect(await fromBot(code, telegramId)).toMatchObject({ failure: { code: 'link_holds_open' } });
    expect(await person(telegramOnly)).toMatchObject({ telegramId, deletedAt: null });
    // The code is still good: the refusal rolled everything back.
    await postAlone(deps, voidHold({ key: `void:${telegramOnly}`, hold: held.key, now: clock.now() }));
    expect(await fromBot(code, telegramId)).toMatchObject({ ok: true, value: { absorbed: true } });
    expect(await balanceOf(deps.db, userId, 'checks')).toMatchObject({ free: 5n, held: 0n });
  });
  it('never joins two accounts that both have a name, nor takes a second Telegram', async () => {
    const [one, other] = [await registerPerson(deps), await registerPerson(deps)];
    await fromBot((await codeOf(one.userId)).code, ++ids);
    const { code } = await codeOf(other.userId);
    expect(await fromBot(code, ids)).toMatchObject({ failure: { code: 'telegram_taken' } });
    await deps.db.user.update({ where: { id: other.userId }, data: { telegramId: ++ids } });
    expect(await fromBot(code, ++ids)).toMatchObject({ failure: { code: 'already_linked' } });
    expect(await createLinkCode(deps, { ownerId: other.userId, now: clock.now() })).toMatchObject({
      failure: { code: 'already_linked' },
    });
  });
  it('does not wash off a block', async () => {
    const telegramOnly = await onlyTelegram();
    await deps.db.user.update({ where: { id: telegramOnly }, data: { blockedAt: clock.now() } });
    const { userId } = await registerPerson(deps);
    expect(await fromBot((await codeOf(userId)).code, ids)).toMatchObject({ failure: { code: 'blocked' } });
  });
});

describe('a code made in the Mini App and typed on the web', () => {
  it('joins the two, whatever the spelling', async () => {
    const telegramOnly = await onlyTelegram();
    const telegramId = ids;
    const { code, useIn, botLink } = await codeOf(telegramOnly);
    expect([useIn, botLink]).toEqual(['web', null]);
    const { userId } = await registerPerson(deps);
    const typed = ` ${code.toLowerCase().replace('-', ' ')}`;
    expect(await redeemTypedCode(deps, { ...asker(userId), code: typed })).toMatchObject({
      ok: true,
      value: { absorbed: true },
    });
    expect(await person(userId)).toMatchObject({ telegramId, telegramUsername: 'tg_anna' });
  });
  it('cannot be guessed: five tries', async () => {
    const { userId } = await registerPerson(deps);
    for (let i = 0; i < 5; i++) {
      expect(await redeemTypedCode(deps, { ...asker(userId), code: `AAAA-AAA${i}` })).toMatchObject({
        failure: { code: 'link_code_invalid' },
      });
    }
    const { code } = await codeOf(await onlyTelegram());
    expect(await redeemTypedCode(deps, { ...asker(userId), code })).toMatchObject({
      failure: { code: 'too_many_requests' },
    });
  });
  it('brings the role of an admin along', async () => {
    const telegramOnly = await onlyTelegram();
    await deps.db.user.update({ where: { id: telegramOnly }, data: { role: 'admin' } });
    const { code } = await codeOf(telegramOnly);
    const { userId } = await registerPerson(deps);
    await redeemTypedCode(deps, { ...asker(userId), code });
    expect(await person(userId)).toMatchObject({ role: 'admin' });
  });
});

describe('unlinking', () => {
  it('leaves the account to its name and password, and the Telegram account free', async () => {
    const { userId } = await registerPerson(deps);
    await fromBot((await codeOf(userId)).code, ++ids);
    expect(await unlinkTelegram(deps, asker(userId))).toMatchObject({ ok: true });
    expect(await person(userId)).toMatchObject({ telegramId: null, telegramUsername: null });
    expect(await unlinkTelegram(deps, asker(userId))).toMatchObject({ failure: { code: 'not_found' } });
  });
  it('is refused where Telegram is the only way in', async () => {
    expect(await unlinkTelegram(deps, asker(await onlyTelegram()))).toMatchObject({
      failure: { code: 'only_telegram' },
    });
  });
});
