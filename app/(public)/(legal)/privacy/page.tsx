import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Letter } from '../_letter/letter.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('legal.privacy');
  return { title: t('metaTitle'), description: t('lead') };
}

export default function PrivacyPage() {
  return <Letter page="privacy" />;
}
