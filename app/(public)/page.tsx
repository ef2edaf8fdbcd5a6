import './_landing/landing.css';
import './_landing/drop.css';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { api } from '../_server/api.ts';
import { currentActor } from '../_server/session.ts';
import { BuiltBy } from './_landing/built-by.tsx';
import { DropStrip } from './_landing/drop-strip.tsx';
import { Install } from './_landing/install.tsx';
import { Opening } from './_landing/opening.tsx';
import { Systems } from './_landing/systems.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('landing');
  return { title: { absolute: t('metaTitle') }, description: t('metaDescription') };
}

export default async function LandingPage() {
  const [entrance, actor] = await Promise.all([(await api()).entrance.get(), currentActor()]);
  return (
    <>
      <Opening entrance={entrance} signedIn={actor.kind === 'user'} />
      <DropStrip />
      <Systems />
      <BuiltBy />
      <Install />
    </>
  );
}
