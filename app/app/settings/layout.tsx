import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { ApiProvider } from '#/app/_ui/api/provider.tsx';
import { PageHead } from '#/app/_ui/kit/plate.tsx';
import { Tabs } from '#/app/_ui/kit/tabs.tsx';

export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations('settings');
  return (
    <>
      <PageHead title={t('title')} />
      <Tabs
        label={t('sections')}
        tabs={[
          { href: '/app/settings', label: t('tab.profile') },
          { href: '/app/settings/security', label: t('tab.security') },
          { href: '/app/settings/telegram', label: t('tab.telegram') },
          { href: '/app/settings/api-keys', label: t('tab.apiKeys') },
          { href: '/app/settings/appearance', label: t('tab.appearance') },
          { href: '/app/settings/data', label: t('tab.data') },
        ]}
      />
      <div className="mt-6 grid max-w-[760px] gap-6">
        <ApiProvider>{children}</ApiProvider>
      </div>
    </>
  );
}
