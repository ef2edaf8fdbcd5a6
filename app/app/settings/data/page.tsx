import { getTranslations } from 'next-intl/server';
import { api } from '#/app/_server/api.ts';
import { requireUserPage } from '#/app/_server/session.ts';
import { Texts } from '#/app/_ui/i18n/texts.tsx';
import { Plate } from '#/app/_ui/kit/plate.tsx';
import { DeleteAccount } from '../_forms/delete-account.tsx';
import { ExportData } from '../_forms/export-data.tsx';
import { settingsTitle } from '../_forms/settings-title.ts';

export const generateMetadata = () => settingsTitle('data');

export default async function DataPage() {
  await requireUserPage('/app/settings/data');
  const caller = await api();
  const [t, me, overview] = await Promise.all([
    getTranslations('settings.data'),
    caller.me.get(),
    caller.overview.get(),
  ]);
  return (
    <Texts namespaces={['settings']}>
      <Plate title={t('export')} padded>
        <ExportData />
      </Plate>
      <Plate title={t('delete')} padded>
        <DeleteAccount me={me} balances={overview.balances} />
      </Plate>
    </Texts>
  );
}
