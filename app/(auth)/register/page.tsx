import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { api } from '../../_server/api.ts';
import { currentActor } from '../../_server/session.ts';
import { Texts } from '../../_ui/i18n/texts.tsx';
import { ButtonLink } from '../../_ui/kit/button.tsx';
import { Entrance } from '../_entrance/entrance.tsx';
import type { EntrancePageProps } from '../_entrance/page-props.ts';
import { returnPath } from '../_sign-in/return-path.ts';
import { RegisterForm } from './register-form.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('auth.register');
  return { title: t('metaTitle'), description: t('lead') };
}

export default async function RegisterPage({ searchParams }: EntrancePageProps) {
  const { next, invitation } = await searchParams;
  const target = returnPath(next) ?? '/app';
  if ((await currentActor()).kind === 'user') redirect(target);
  const [{ registration }, locale, t] = await Promise.all([
    (await api()).entrance.get(),
    getLocale(),
    getTranslations('auth.register'),
  ]);
  const loginHref = target === '/app' ? '/login' : `/login?next=${encodeURIComponent(target)}`;

  if (registration === 'closed') {
    return (
      <Entrance>
        <h1>{t('closedTitle')}</h1>
        <p className="entrance-lead">{t('closedText')}</p>
        <ButtonLink href={loginHref} className="entrance-submit" size="large" wide tone="primary">
          {t('closedAction')}
        </ButtonLink>
      </Entrance>
    );
  }
  return (
    <Entrance>
      <h1>{t('title')}</h1>
      <p className="entrance-lead">{t('lead')}</p>
      <Texts namespaces={['auth']}>
        <RegisterForm
          next={target}
          invitation={registration === 'invite' ? codeIn(invitation) : null}
          locale={locale}
        />
      </Texts>
      <p className="entrance-after">
        {t.rich('consent', {
          terms: (text) => <Link href="/terms">{text}</Link>,
          privacy: (text) => <Link href="/privacy">{text}</Link>,
        })}
      </p>
      <p className="entrance-after">{t.rich('haveOne', { login: (text) => <Link href={loginHref}>{text}</Link> })}</p>
    </Entrance>
  );
}

/** From the administrator's link: `/register?invitation=...`. */
function codeIn(invitation: string | string[] | undefined): string {
  return typeof invitation === 'string' ? invitation.slice(0, 128) : '';
}
