import { TRPCError } from '@trpc/server';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { api } from '#/app/_server/api.ts';
import { requireAdminPage } from '#/app/_server/session.ts';
import { Texts } from '#/app/_ui/i18n/texts.tsx';
import { TextLink } from '#/app/_ui/kit/button.tsx';
import { PageHead, Plate, Section } from '#/app/_ui/kit/plate.tsx';
import { AuditRows } from '../../audit/_audit/audit-rows.tsx';
import { userNameOf } from '../_list/user-name.ts';
import { UserActions } from './_detail/user-actions.tsx';
import { UserFacts } from './_detail/user-facts.tsx';

interface Params {
  params: Promise<{ id: string }>;
}

async function loadUser(userId: string) {
  try {
    return await (await api()).admin.users.get({ userId });
  } catch (error) {
    if (error instanceof TRPCError && ['NOT_FOUND', 'BAD_REQUEST'].includes(error.code)) notFound();
    throw error;
  }
}

export default async function UserPage({ params }: Params) {
  const { id } = await params;
  await requireAdminPage(`/admin/users/${id}`);
  const [t, user] = await Promise.all([getTranslations('admin'), loadUser(id)]);
  const name = userNameOf(user) ?? t('users.nameless');
  return (
    <Texts namespaces={['admin', 'audit']}>
      <p className="mb-2">
        <TextLink href="/admin/users">{t('user.back')}</TextLink>
      </p>
      <PageHead title={name} actions={<UserActions user={user} name={name} />} wideActions />
      <div className="grid gap-6 desk:grid-cols-[minmax(0,5fr)_minmax(0,7fr)]">
        <div className="min-w-0">
          <Section title={t('user.facts')}>
            <Plate padded>
              <UserFacts user={user} />
            </Plate>
          </Section>
        </div>
        <div className="min-w-0">
          <Section
            title={t('user.audit')}
            meta={<TextLink href={`/admin/audit?user=${user.id}`}>{t('user.allAudit')}</TextLink>}
          >
            <Plate>
              <AuditRows entries={user.recentAudit} empty={t('user.noAudit')} />
            </Plate>
          </Section>
        </div>
      </div>
    </Texts>
  );
}
