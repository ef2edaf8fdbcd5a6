import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireAdminPage } from '#/app/_server/session.ts';
import { Texts } from '#/app/_ui/i18n/texts.tsx';
import { PageHead } from '#/app/_ui/kit/plate.tsx';
import { InvitationTable } from './_list/invitation-table.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.invitations'))('title') };
}

export default async function InvitationsPage() {
  await requireAdminPage('/admin/invitations');
  const t = await getTranslations('admin.invitations');
  return (
    <Texts namespaces={['admin']}>
      <PageHead title={t('title')} />
      <p className="text-muted mb-4">{t('note')}</p>
      <InvitationTable />
    </Texts>
  );
}
