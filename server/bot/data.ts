import type { Deps } from '#/server/lib/deps.ts';
import { type Locale, toLocale } from '#/server/texts/shape.ts';

/** The language chosen in the product, else the one of the person's Telegram. */
export async function localeOfPerson(
  { db }: Pick<Deps, 'db'>,
  person: { readonly id: number; readonly language_code?: string },
): Promise<Locale> {
  const user = await db.user.findUnique({ where: { telegramId: BigInt(person.id) }, select: { locale: true } });
  return toLocale(user?.locale ?? person.language_code);
}
