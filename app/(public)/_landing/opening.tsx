import { getTranslations } from 'next-intl/server';
import type { z } from 'zod';
import { productVersion } from '#/server/lib/version.ts';
import type { entrance as entranceSchema } from '#/server/users/entrance/schema.ts';
import { Glyph } from '../../_ui/drawings/icon.tsx';
import { ButtonLink } from '../../_ui/kit/button.tsx';
import { Facts } from '../../_ui/kit/facts.tsx';
import { DemoButton } from '../../(auth)/_sign-in/demo-button.tsx';

type Entrance = z.output<typeof entranceSchema>;

/** What it is, the way in, and what this very server is set to. */
export async function Opening({ entrance, signedIn }: { entrance: Entrance; signedIn: boolean }) {
  const t = await getTranslations('landing');
  return (
    <div className="opening">
      <div>
        <h1>{t('title')}</h1>
        <p className="opening-lead">{t('lead')}</p>
        <div className="opening-actions">
          <WaysIn entrance={entrance} signedIn={signedIn} />
        </div>
        {!entrance.adminExists && (
          <p className="opening-note">
            <Glyph name="warning" />
            <span>
              {t('noAdminTitle')}. {t.rich('noAdmin', { command: () => <code>npm run admin:reset</code> })}
            </span>
          </p>
        )}
      </div>
      <ThisServer entrance={entrance} />
    </div>
  );
}

/** One ink button: the demo where there is one, else signing in; whoever is signed in goes to the desk. */
async function WaysIn({ entrance, signedIn }: { entrance: Entrance; signedIn: boolean }) {
  const [t, ui] = await Promise.all([getTranslations('landing'), getTranslations('ui')]);
  if (signedIn) {
    return (
      <ButtonLink href="/app" tone="primary" size="large">
        {t('toApp')}
      </ButtonLink>
    );
  }
  return (
    <>
      {entrance.demo && <DemoButton label={t('openDemo')} pendingLabel={t('openingDemo')} fault={ui('networkError')} />}
      <ButtonLink href="/login" tone={entrance.demo ? 'secondary' : 'primary'} size="large">
        {t('signIn')}
      </ButtonLink>
      {entrance.registration !== 'closed' && (
        <ButtonLink href="/register" tone="quiet" size="large">
          {t('register')}
        </ButtonLink>
      )}
      {entrance.demo && <p className="opening-demo-note">{t('demoNote')}</p>}
    </>
  );
}

async function ThisServer({ entrance: { demo, registration, botUsername } }: { entrance: Entrance }) {
  const t = await getTranslations('landing.server');
  return (
    <aside className="plate opening-server" aria-label={t('title')}>
      <h2>{t('title')}</h2>
      <Facts
        facts={[
          { name: t('mode'), value: demo ? t('demo') : t('live') },
          { name: t('registration'), value: t(registration) },
          {
            name: t('bot'),
            value: botUsername ? <a href={`https://t.me/${botUsername}`}>@{botUsername}</a> : t('noBot'),
          },
          { name: t('version'), value: <span className="mono">{productVersion}</span> },
        ]}
      />
    </aside>
  );
}
