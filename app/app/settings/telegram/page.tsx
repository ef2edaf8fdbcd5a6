import { getTranslations } from 'next-intl/server';
import { api } from '#/app/_server/api.ts';
import { requireUserPage } from '#/app/_server/session.ts';
import { Texts } from '#/app/_ui/i18n/texts.tsx';
import { Plate } from '#/app/_ui/kit/plate.tsx';
import { LinkTelegram } from '../_forms/link-telegram.tsx';
import { LinkedTelegram } from '../_forms/linked-telegram.tsx';
import { settingsTitle } from '../_forms/settings-title.ts';

export const generateMetadata = () => settingsTitle('telegram');

export default async function TelegramPage() {
  await requireUserPage('/app/settings/telegram');
  const caller = await api();
  const [t, me, entrance] = await Promise.all([
    getTranslations('settings.telegram'),
    caller.me.get(),
    caller.entrance.get(),
  ]);
  return (
    <Texts namespaces={['settings']}>
      <Plate title={t('title')}>
        {me.telegram ? (
          <LinkedTelegram telegram={me.telegram} />
        ) : (
          <LinkTelegram botExists={entrance.botUsername !== null} />
        )}
      </Plate>
    </Texts>
  );
}
