import type { Deps } from '#/server/lib/deps.ts';
import { type Locale, toLocale } from '#/server/texts/shape.ts';

/** The language is the one chosen in the product, else the one of the person's Telegram. */
export async function findWriter(
  { db }: Pick<Deps, 'db'>,
  person: { readonly id: number; readonly language_code?: string },
): Promise<{ locale: Locale; isBlocked: boolean }> {
  const user = await db.user.findUnique({
    where: { telegramId: BigInt(person.id) },
    select: { locale: true, blockedAt: true },
  });
  return { locale: toLocale(user?.locale ?? person.language_code), isBlocked: user?.blockedAt != null };
}
