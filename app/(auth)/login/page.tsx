import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { api } from '../../_server/api.ts';
import { currentActor } from '../../_server/session.ts';
import { Texts } from '../../_ui/i18n/texts.tsx';
import { Entrance } from '../_entrance/entrance.tsx';
import type { EntrancePageProps } from '../_entrance/page-props.ts';
import { DemoButton } from '../_sign-in/demo-button.tsx';
import { FormFault } from '../_sign-in/form-fault.tsx';
import { returnPath } from '../_sign-in/return-path.ts';
import { SignInForm } from '../_sign-in/sign-in-form.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('auth.login');
  return { title: t('metaTitle'), description: t('lead') };
}

export default async function LoginPage({ searchParams }: EntrancePageProps) {
  const { next, error } = await searchParams;
  const asked = returnPath(next);
  const target = asked ?? '/app';
  if ((await currentActor()).kind === 'user') redirect(target);
  const [{ demo, registration, botUsername }, t, ui, refusal] = await Promise.all([
    (await api()).entrance.get(),
    getTranslations('auth.login'),
    getTranslations('ui'),
    refusalText(error),
  ]);
  const registerHref = asked ? `/register?next=${encodeURIComponent(asked)}` : '/register';
  const access = { open: 'noAccess', invite: 'noAccessInvite', closed: 'noAccessClosed' } as const;

  return (
    <Entrance>
      <h1>{t('title')}</h1>
      <p className="entrance-lead">{asked ? t('needed') : t('lead')}</p>
      {refusal && (
        <div className="entrance-refusal">
          <FormFault>{refusal}</FormFault>
        </div>
      )}
      {demo && (
        <>
          <div className="entrance-demo">
            <DemoButton
              wide
              label={t('demo')}
              pendingLabel={t('demoPending')}
              fault={ui('networkError')}
              next={target}
            />
          </div>
          <p className="entrance-or">{t('or')}</p>
        </>
      )}
      <Texts namespaces={['auth']}>
        <SignInForm next={target} primary={!demo} />
      </Texts>
      <noscript>
        <p className="entrance-after">{t('noScript')}</p>
      </noscript>
      <p className="entrance-after">
        {t.rich(access[registration], { register: (text) => <Link href={registerHref}>{text}</Link> })}
      </p>
      {botUsername && (
        <p className="entrance-after">
          {t.rich('viaBot', { bot: () => <a href={`https://t.me/${botUsername}`}>@{botUsername}</a> })}
        </p>
      )}
    </Entrance>
  );
}

const spoken = ['blocked', 'unavailable', 'registration_closed', 'invitation_needed'] as const;

/** `?error=`: why a page sent you here, or why a form without scripts came back. A code, never a sentence of the address. */
async function refusalText(error: unknown): Promise<string | null> {
  if (typeof error !== 'string') return null;
  const [t, errors] = await Promise.all([getTranslations('auth.login'), getTranslations('errors')]);
  const known = spoken.find((code) => code === error);
  if (known) return errors(known);
  return error === 'cross_site' ? t('tooEarly') : t('refused');
}
