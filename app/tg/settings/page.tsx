import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SettingsScreen } from '../_screens/settings-screen.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('tg'))('settings.title') };
}

export default function SettingsPage() {
  return <SettingsScreen />;
}
