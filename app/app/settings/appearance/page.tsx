import { getTranslations } from 'next-intl/server';
import { api } from '#/app/_server/api.ts';
import { requireUserPage } from '#/app/_server/session.ts';
import { Texts } from '#/app/_ui/i18n/texts.tsx';
import { Plate } from '#/app/_ui/kit/plate.tsx';
import { AppearanceForm } from '../_forms/appearance-form.tsx';
import { settingsTitle } from '../_forms/settings-title.ts';

export const generateMetadata = () => settingsTitle('appearance');

export default async function AppearancePage() {
  await requireUserPage('/app/settings/appearance');
  const [t, me] = await Promise.all([getTranslations('settings.appearance'), api().then((caller) => caller.me.get())]);
  return (
    <Texts namespaces={['settings', 'shell']}>
      <Plate title={t('title')}>
        <AppearanceForm theme={me.theme} />
      </Plate>
    </Texts>
  );
}
