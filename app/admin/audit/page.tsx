import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireAdminPage } from '#/app/_server/session.ts';
import { Texts } from '#/app/_ui/i18n/texts.tsx';
import { PageHead } from '#/app/_ui/kit/plate.tsx';
import { UrlState } from '#/app/_ui/table/url-state.tsx';
import { AuditTable } from './_audit/audit-table.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.audit'))('title') };
}

export default async function AuditPage() {
  await requireAdminPage('/admin/audit');
  const t = await getTranslations('admin.audit');
  return (
    <Texts namespaces={['admin', 'audit']}>
      <PageHead title={t('title')} sub={t('sub')} />
      <UrlState>
        <AuditTable />
      </UrlState>
    </Texts>
  );
}
