import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { api } from '../../../_server/api.ts';
import { Letter } from '../_letter/letter.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('legal.support');
  return { title: t('metaTitle'), description: t('lead') };
}

export default async function SupportPage() {
  const { botUsername } = await (await api()).entrance.get();
  return (
    <Letter
      page="support"
      omit={[botUsername ? 'contact.noBot' : 'contact.bot']}
      extra={{ bot: () => <a href={`https://t.me/${botUsername}`}>@{botUsername}</a> }}
    />
  );
}
