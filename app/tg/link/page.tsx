import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LinkScreen } from '../_screens/link-screen.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('tg'))('link.title') };
}

export default function LinkPage() {
  return <LinkScreen />;
}
