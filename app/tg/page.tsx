import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NowScreen } from './_screens/now-screen.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('tg'))('tabs.now') };
}

export default function NowPage() {
  return <NowScreen />;
}
