import { getRequestConfig } from 'next-intl/server';
import { messagesOf } from '#/server/texts/translate.ts';
import { renderedAt } from './moment.ts';
import { readPreferences } from './preferences.ts';

/** next-intl over the one catalogue; no language in addresses. */
export default getRequestConfig(async () => {
  const { locale, zone } = await readPreferences();
  return { locale, messages: messagesOf(locale), timeZone: zone, now: renderedAt() };
});
