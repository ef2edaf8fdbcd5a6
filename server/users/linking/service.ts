import type { z } from 'zod';
import { type Tx, transaction } from '#/server/lib/db.ts';
import type { Deps } from '#/server/lib/deps.ts';
import { fail, type Result, succeed } from '#/server/lib/errors.ts';
import { publish } from '#/server/live/service.ts';
import type { OwnedData } from '../account/model.ts';
import { isLastAdmin, lockAdmins } from '../admins/service.ts';
import { recordAudit } from '../audit/service.ts';
import { issueCode, takeCode } from '../codes/service.ts';
import { limitRules } from '../limits/model.ts';
import { consumeTry, forgetTries } from '../limits/service.ts';
import { installationBot } from '../setup/bot-token/service.ts';
import { absorb } from './absorption/service.ts';
import { linkCodeLifeMs, planLink } from './model.ts';
import type { linkCode } from './schema.ts';

type LinkDeps = Pick<Deps, 'db' | 'pool' | 'config'> & { readonly ownedData: readonly OwnedData[] };
interface Asker {
  readonly ownerId: string;
  readonly address: string;
  readonly now: Date;
}
export type LinkFailure = 'link_code_invalid' | 'already_linked' | 'telegram_taken' | 'link_holds_open' | 'blocked';

/** For a person with a name: a code for the bot. For one known by Telegram only: a code to type on the web. */
export async function createLinkCode(
  deps: Pick<Deps, 'db' | 'config' | 'envelopes'>,
  { ownerId, now }: Omit<Asker, 'address'>,
): Promise<Result<z.output<typeof linkCode>, 'already_linked'>> {
  const user = await deps.db.user.findUniqueOrThrow({ where: { id: ownerId } });
  if (user.loginKey !== null && user.telegramId !== null) return fail('already_linked');
  const scope = user.loginKey === null ? 'link-for-web' : 'link-for-bot';
  const { code, expiresAt } = await deps.db.$transaction(async (tx) => {
    // The last code asked for is the one that counts.
    await tx.linkCode.deleteMany({ where: { userId: ownerId, purpose: 'telegram_link', usedAt: null } });
    return issueCode(deps, tx, { scope, userId: ownerId, lifeMs: linkCodeLifeMs, now });
  });
  const useIn = scope === 'link-for-bot' ? 'bot' : 'web';
  const { username } = useIn === 'bot' ? await installationBot(deps) : { username: null };
  const botLink = username ? `https://t.me/${username}?start=link_${code}` : null;
  return succeed({ code, expiresAt: expiresAt.toISOString(), useIn, botLink });
}

/** The bot's half: `/start link_<code>` from the Telegram account that is to be linked. */
export async function redeemLinkCode(
  deps: LinkDeps,
  input: { code: string; telegramId: bigint; username: string | null; now: Date },
): Promise<Result<{ userId: string; absorbed: boolean }, LinkFailure>> {
  const { code, telegramId, username, now } = input;
  return transaction<{ userId: string; absorbed: boolean }, LinkFailure>(deps.db, async (tx) => {
    const taken = await takeCode(deps, tx, { scope: 'link-for-bot', code, now });
    if (!taken?.userId) return fail('link_code_invalid');
    return link(deps, tx, { webUserId: taken.userId, telegramId, username, address: '', now });
  });
}

/** The web's half: the code that the Mini App showed, typed by a person with a name. */
export async function redeemTypedCode(
  deps: LinkDeps,
  { ownerId, code, address, now }: Asker & { code: string },
): Promise<Result<{ absorbed: boolean }, LinkFailure | 'too_many_requests'>> {
  const tries = await consumeTry(deps, limitRules.typedCode, [ownerId], now);
  if (!tries.allowed) return fail('too_many_requests', { seconds: tries.seconds });
  const linked = await transaction<{ absorbed: boolean }, LinkFailure>(deps.db, async (tx) => {
    const taken = await takeCode(deps, tx, { scope: 'link-for-web', code, now });
    const maker = taken?.userId ? await tx.user.findUnique({ where: { id: taken.userId } }) : null;
    if (!maker?.telegramId) return fail('link_code_invalid');
    const { telegramId, telegramUsername: username } = maker;
    return link(deps, tx, { webUserId: ownerId, telegramId, username, address, now });
  });
  if (linked.ok) await forgetTries(deps, limitRules.typedCode, [ownerId]);
  return linked;
}

async function link(
  deps: LinkDeps,
  tx: Tx,
  input: { webUserId: string; telegramId: bigint; username: string | null; address: string; now: Date },
): Promise<Result<{ userId: string; absorbed: boolean }, LinkFailure>> {
  const { webUserId, telegramId, username, address, now } = input;
  // Both rows are held, always in the same order: two codes at once must not cross.
  await tx.$queryRaw`SELECT 1 FROM users WHERE id = ${webUserId}::uuid OR telegram_id = ${telegramId}
    ORDER BY id FOR UPDATE`;
  const web = await tx.user.findUniqueOrThrow({ where: { id: webUserId } });
  const holder = await tx.user.findUnique({ where: { telegramId } });
  if (web.deletedAt) return fail('link_code_invalid');
  // Nobody leaves a block behind by joining accounts.
  if (web.blockedAt || holder?.blockedAt) return fail('blocked');
  const plan = planLink(web, telegramId, holder);
  if (plan.kind === 'refuse') return fail(plan.code);
  if (plan.kind === 'absorb' && holder) {
    const joined = await absorb(deps, tx, { from: holder, into: web, now });
    if (!joined.ok) return joined;
  }
  if (plan.kind !== 'nothing') {
    await tx.user.update({ where: { id: webUserId }, data: { telegramId, telegramUsername: username } });
    await recordAudit(tx, {
      at: now,
      actorId: webUserId,
      action: 'telegram.linked',
      subjectId: webUserId,
      details: { absorbed: plan.kind === 'absorb' },
      address,
    });
    // The page that showed the code sees at once that the bot has taken it.
    await publish(tx, { to: { userId: webUserId }, topic: 'me.changed', payload: { telegramId: String(telegramId) } });
  }
  return succeed({ userId: webUserId, absorbed: plan.kind === 'absorb' });
}

export async function unlinkTelegram(
  deps: Pick<Deps, 'db' | 'config'>,
  { ownerId, address, now }: Asker,
): Promise<Result<void, 'only_telegram' | 'last_admin' | 'not_found'>> {
  return transaction<void, 'only_telegram' | 'last_admin' | 'not_found'>(deps.db, async (tx) => {
    await lockAdmins(tx);
    const user = await tx.user.findUniqueOrThrow({ where: { id: ownerId } });
    if (user.telegramId === null) return fail('not_found');
    if (user.passwordHash === null) return fail('only_telegram');
    // An admin by ADMIN_USER_IDS is one no longer without that Telegram.
    if (user.role !== 'admin' && (await isLastAdmin(deps, tx, ownerId))) return fail('last_admin');
    await tx.user.update({ where: { id: ownerId }, data: { telegramId: null, telegramUsername: null } });
    await recordAudit(tx, { at: now, actorId: ownerId, action: 'telegram.unlinked', subjectId: ownerId, address });
    return succeed();
  });
}
