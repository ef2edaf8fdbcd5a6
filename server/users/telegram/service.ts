import type { Tx } from '#/server/lib/db.ts';
import type { Deps } from '#/server/lib/deps.ts';
import { fail, type Result, succeed } from '#/server/lib/errors.ts';
import { recordAudit } from '../audit/service.ts';
import { takeCode } from '../codes/service.ts';
import type { TelegramPerson } from './model.ts';

type EnterDeps = Pick<Deps, 'db' | 'config'>;
export interface KnownPerson {
  readonly id: string;
  readonly role: 'user' | 'admin';
  readonly telegramId: bigint | null;
  readonly telegramUsername: string | null;
  readonly blockedAt: Date | null;
  readonly lastSeenAt: Date | null;
}
const columns = {
  id: true,
  role: true,
  telegramId: true,
  telegramUsername: true,
  blockedAt: true,
  lastSeenAt: true,
} as const;

/** Who Telegram says it is; made known on first sight as far as REGISTRATION allows. The bot's door uses it too. */
export async function enterFromTelegram(
  deps: EnterDeps,
  input: { person: TelegramPerson; invitation: string | null; now: Date },
): Promise<Result<KnownPerson, 'registration_closed' | 'invitation_needed'>> {
  const { telegramId, username } = input.person;
  const known = await deps.db.user.findUnique({ where: { telegramId }, select: columns });
  if (!known) return makeKnown(deps, input);
  if (username === known.telegramUsername) return succeed(known);
  await deps.db.user.updateMany({ where: { id: known.id, telegramId }, data: { telegramUsername: username } });
  return succeed({ ...known, telegramUsername: username });
}

async function makeKnown(
  deps: EnterDeps,
  input: { person: TelegramPerson; invitation: string | null; now: Date },
): Promise<Result<KnownPerson, 'registration_closed' | 'invitation_needed'>> {
  const { person, invitation, now } = input;
  const { registration, adminUserIds } = deps.config;
  const isNamedAdmin = adminUserIds.includes(person.telegramId);
  if (!isNamedAdmin && registration === 'closed') return fail('registration_closed');
  return deps.db.$transaction(async (tx) => {
    if (!isNamedAdmin && registration === 'invite') {
      const taken = invitation ? await takeCode(deps, tx, { scope: 'invitation', code: invitation, now }) : null;
      if (!taken) {
        // A request of the same opening may have used it a moment ago.
        const known = await tx.user.findUnique({ where: { telegramId: person.telegramId }, select: columns });
        return known ? succeed(known) : fail('invitation_needed');
      }
    }
    return succeed(await insertOrFind(tx, person, now));
  });
}

/** A Mini App opens with several requests at once: all but one find the row of the first. */
async function insertOrFind(tx: Tx, person: TelegramPerson, now: Date): Promise<KnownPerson> {
  const { telegramId, username, displayName, locale } = person;
  const [created] = await tx.user.createManyAndReturn({
    data: [{ telegramId, telegramUsername: username, displayName, locale, createdAt: now, lastSeenAt: now }],
    skipDuplicates: true,
    select: columns,
  });
  if (!created) return tx.user.findUniqueOrThrow({ where: { telegramId }, select: columns });
  await recordAudit(tx, {
    at: now,
    actorId: created.id,
    action: 'users.registered',
    subjectId: created.id,
    details: { by: 'telegram' },
  });
  return created;
}
