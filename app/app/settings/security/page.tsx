import { getTranslations } from 'next-intl/server';
import { api } from '#/app/_server/api.ts';
import { requireUserPage } from '#/app/_server/session.ts';
import { Texts } from '#/app/_ui/i18n/texts.tsx';
import { Plate, Section } from '#/app/_ui/kit/plate.tsx';
import { ChangePasswordForm } from '../_forms/change-password-form.tsx';
import { CreatePasswordForm } from '../_forms/create-password-form.tsx';
import { SessionList } from '../_forms/session-list.tsx';
import { settingsTitle } from '../_forms/settings-title.ts';

export const generateMetadata = () => settingsTitle('security');

export default async function SecurityPage() {
  await requireUserPage('/app/settings/security');
  const caller = await api();
  const [t, me, sessions] = await Promise.all([
    getTranslations('settings.security'),
    caller.me.get(),
    caller.sessions.list(),
  ]);
  return (
    <Texts namespaces={['settings']}>
      <Plate title={me.hasPassword ? t('password') : t('createTitle')} padded>
        {me.hasPassword ? <ChangePasswordForm login={me.login ?? ''} /> : <CreatePasswordForm />}
      </Plate>
      <Section title={t('sessions')} meta={t('sessionsMeta', { count: sessions.items.length })}>
        <SessionList sessions={sessions.items} />
      </Section>
    </Texts>
  );
}
