import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Letter } from '../_letter/letter.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('legal.terms');
  return { title: t('metaTitle'), description: t('lead') };
}

export default function TermsPage() {
  return <Letter page="terms" />;
}
