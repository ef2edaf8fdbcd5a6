import { sign } from '@tma.js/init-data-node';

export const testBotToken = '123456789:AAtests-only-tests-only-tests-only-00';

/** What Telegram would hand to the Mini App opened by this person. */
export function initDataOf(
  person: { id: number; username?: string; firstName?: string; languageCode?: string },
  { at, startParam, token = testBotToken }: { at: Date; startParam?: string; token?: string },
): string {
  return sign(
    {
      query_id: 'AAE',
      signature: 'signature-of-telegram',
      ...(startParam && { start_param: startParam }),
      user: {
        id: person.id,
        first_name: person.firstName ?? 'Анна',
        username: person.username,
        language_code: person.languageCode ?? 'ru',
      },
    },
    token,
    at,
  );
}
