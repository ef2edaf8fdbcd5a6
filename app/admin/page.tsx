import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { api } from '#/app/_server/api.ts';
import { requireAdminPage } from '#/app/_server/session.ts';
import { Texts } from '#/app/_ui/i18n/texts.tsx';
import { HealthBoard } from './_health/health-board.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.health'))('title') };
}

export default async function HealthPage() {
  await requireAdminPage('/admin');
  const status = await api().then((caller) => caller.admin.system.status());
  return (
    <Texts namespaces={['admin']}>
      <HealthBoard initial={status} />
    </Texts>
  );
}
