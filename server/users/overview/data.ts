import { balancesOf } from '#/server/ledger/data.ts';
import type { Deps } from '#/server/lib/deps.ts';
import { installationBot } from '../setup/bot-token/service.ts';
import { firstSteps, shownAssets } from './model.ts';
import type { Overview } from './schema.ts';

const journalLength = 6;

export async function findOverview(
  deps: Pick<Deps, 'db' | 'config' | 'envelopes'>,
  { ownerId }: { ownerId: string },
): Promise<Overview> {
  const { db } = deps;
  const [user, balances, bot, journal] = await Promise.all([
    db.user.findUniqueOrThrow({
      where: { id: ownerId },
      select: { displayName: true, telegramId: true, _count: { select: { apiKeys: { where: { revokedAt: null } } } } },
    }),
    balancesOf(db, ownerId),
    installationBot(deps),
    // What an admin did to others is the audit's; here stands what concerns this account.
    db.auditEntry.findMany({
      where: { subjectId: ownerId },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      take: journalLength,
      select: { id: true, at: true, action: true, actorId: true },
    }),
  ]);
  return {
    balances: shownAssets.map((asset) => {
      const had = balances.find((balance) => balance.asset === asset);
      return { asset, free: String(had?.free ?? 0n), held: String(had?.held ?? 0n) };
    }),
    steps: firstSteps({
      hasName: user.displayName !== '',
      hasTelegram: user.telegramId !== null,
      hasApiKey: user._count.apiKeys > 0,
      botExists: bot.username !== null,
    }),
    journal: journal.map(({ id, at, action, actorId }) => ({
      id,
      at: at.toISOString(),
      action,
      byOwner: actorId === ownerId,
    })),
  };
}
