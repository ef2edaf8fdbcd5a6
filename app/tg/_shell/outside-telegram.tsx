import { useTranslations } from 'next-intl';
import { ButtonLink } from '#/app/_ui/kit/button.tsx';
import { EmptyState } from '#/app/_ui/kit/states.tsx';

/** Somebody opened the address in a plain browser. */
export function OutsideTelegram({ botUsername }: { botUsername: string | null }) {
  const t = useTranslations('tg.outside');
  return (
    <main className="mini-app mini-app-outside">
      <EmptyState
        drawing="key"
        level={1}
        title={t('title')}
        action={
          <span className="flex flex-wrap justify-center gap-2">
            {botUsername && (
              <ButtonLink tone="primary" icon="plane" href={`https://t.me/${botUsername}`}>
                {t('openBot')}
              </ButtonLink>
            )}
            <ButtonLink tone={botUsername ? 'secondary' : 'primary'} href="/app">
              {t('openDesk')}
            </ButtonLink>
          </span>
        }
      >
        {botUsername ? t('text') : t('noBot')}
      </EmptyState>
    </main>
  );
}
