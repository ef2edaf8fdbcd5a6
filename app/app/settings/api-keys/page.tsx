import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { api } from '#/app/_server/api.ts';
import { requireUserPage } from '#/app/_server/session.ts';
import { Texts } from '#/app/_ui/i18n/texts.tsx';
import { ApiKeys } from '../_forms/api-keys.tsx';
import { settingsTitle } from '../_forms/settings-title.ts';

export const generateMetadata = () => settingsTitle('apiKeys');

export default async function ApiKeysPage() {
  const actor = await requireUserPage('/app/settings/api-keys');
  const [t, keys] = await Promise.all([
    getTranslations('settings.apiKeys'),
    api().then((caller) => caller.apiKeys.list()),
  ]);
  return (
    <Texts namespaces={['settings']}>
      <p className="text-muted">
        {t.rich('note', {
          docs: (chunks) => (
            <Link className="underline underline-offset-3" href="/docs/api">
              {chunks}
            </Link>
          ),
        })}
      </p>
      <ApiKeys keys={keys.items} scopes={actor.role === 'admin' ? ['read', 'write', 'admin'] : ['read', 'write']} />
    </Texts>
  );
}
