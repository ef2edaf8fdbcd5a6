import type { User } from '#/server/generated/prisma/client.ts';
import type { Tx } from '#/server/lib/db.ts';
import { type Result, succeed } from '#/server/lib/errors.ts';
import { anonymise } from '../../account/erasure/service.ts';
import type { OwnedData } from '../../account/model.ts';

/**
 * Everything of a Telegram-only account goes over to the account with a name; the emptied row stays as a nameless
 * owner of old ledger rows. Its API keys end with it: they were given for another account.
 */
export async function absorb(
  deps: { readonly ownedData: readonly OwnedData[] },
  tx: Tx,
  { from, into, now }: { from: User; into: User; now: Date },
): Promise<Result<void, 'link_holds_open'>> {
  const [old, owner] = [from, into].map(({ id, telegramId }) => ({ userId: id, telegramId }));
  if (!old || !owner) throw new Error('two accounts are joined, no fewer');
  for (const room of deps.ownedData) {
    const adopted = await room.adopt(tx, old, owner, now);
    if (!adopted.ok) return adopted;
  }
  if (from.role === 'admin') await tx.user.update({ where: { id: into.id }, data: { role: 'admin' } });
  await anonymise(tx, old, now);
  return succeed();
}
