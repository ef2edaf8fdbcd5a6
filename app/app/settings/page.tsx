import { getTranslations } from 'next-intl/server';
import { api } from '#/app/_server/api.ts';
import { requireUserPage } from '#/app/_server/session.ts';
import { Texts } from '#/app/_ui/i18n/texts.tsx';
import { Facts } from '#/app/_ui/kit/facts.tsx';
import { Plate } from '#/app/_ui/kit/plate.tsx';
import { Moment } from '#/app/_ui/numbers/moment.tsx';
import { ProfileForm } from './_forms/profile-form.tsx';
import { settingsTitle } from './_forms/settings-title.ts';

export const generateMetadata = () => settingsTitle('profile');

export default async function ProfilePage() {
  await requireUserPage('/app/settings');
  const [t, me] = await Promise.all([getTranslations('settings.profile'), api().then((caller) => caller.me.get())]);
  return (
    <Texts namespaces={['settings']}>
      <Plate title={t('title')} padded>
        <ProfileForm me={me} zones={Intl.supportedValuesOf('timeZone')} />
      </Plate>
      <Plate padded>
        <Facts
          facts={[
            { name: t('login'), value: me.login ?? t('loginNone') },
            { name: t('role'), value: me.role === 'admin' ? t('roleAdmin') : t('roleUser') },
            { name: t('since'), value: <Moment at={me.createdAt} style="date" /> },
          ]}
        />
      </Plate>
    </Texts>
  );
}
