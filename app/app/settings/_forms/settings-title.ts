import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { Messages } from '#/server/texts/ru.ts';

/** «Пароль и вход · Настройки» in the tab of the browser. */
export async function settingsTitle(tab: keyof Messages['settings']['tab']): Promise<Metadata> {
  const t = await getTranslations('settings');
  return { title: `${t(`tab.${tab}`)} · ${t('title')}` };
}
