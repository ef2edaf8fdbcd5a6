import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { api } from '#/app/_server/api.ts';
import { requireAdminPage } from '#/app/_server/session.ts';
import { Texts } from '#/app/_ui/i18n/texts.tsx';
import { PageHead } from '#/app/_ui/kit/plate.tsx';
import { DeadLetters } from './_queue/dead-letters.tsx';
import { Queues } from './_queue/queues.tsx';
import { TelegramTroubles } from './_queue/telegram-troubles.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.queue'))('title') };
}

export default async function QueuePage() {
  await requireAdminPage('/admin/queue');
  const caller = await api();
  const [t, status, letters, troubles] = await Promise.all([
    getTranslations('admin.queue'),
    caller.admin.system.status(),
    caller.admin.system.deadLetters(),
    caller.admin.telegram.troubles(),
  ]);
  return (
    <Texts namespaces={['admin']}>
      <PageHead title={t('title')} />
      <div className="grid gap-6">
        <Queues initial={status} />
        <DeadLetters initial={letters} />
        <TelegramTroubles initial={troubles} />
      </div>
    </Texts>
  );
}
