import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireAdminPage } from '#/app/_server/session.ts';
import { Texts } from '#/app/_ui/i18n/texts.tsx';
import { ButtonLink } from '#/app/_ui/kit/button.tsx';
import { PageHead } from '#/app/_ui/kit/plate.tsx';
import { UrlState } from '#/app/_ui/table/url-state.tsx';
import { UserTable } from './_list/user-table.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.users'))('title') };
}

export default async function UsersPage() {
  await requireAdminPage('/admin/users');
  const t = await getTranslations('admin.users');
  return (
    <Texts namespaces={['admin']}>
      <PageHead
        title={t('title')}
        actions={
          <ButtonLink href="/admin/invitations" icon="link">
            {t('invitations')}
          </ButtonLink>
        }
      />
      <UrlState>
        <UserTable />
      </UrlState>
    </Texts>
  );
}
