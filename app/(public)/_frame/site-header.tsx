import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { currentActor } from '../../_server/session.ts';
import { Logo } from '../../_ui/drawings/star.tsx';
import { ButtonLink } from '../../_ui/kit/button.tsx';

export async function SiteHeader() {
  const [t, actor] = await Promise.all([getTranslations('site'), currentActor()]);
  const signedIn = actor.kind === 'user';
  return (
    <header className="site-head">
      <Link className="brand brand-plain" href="/" aria-label={t('home')}>
        <Logo />
        Stardesk
      </Link>
      <nav className="site-nav" aria-label={t('sections')}>
        <Link href="/docs/api" prefetch={false}>
          {t('apiDocs')}
        </Link>
        <Link href="/support" prefetch={false}>
          {t('support')}
        </Link>
      </nav>
      <ButtonLink href={signedIn ? '/app' : '/login'} tone="secondary">
        {signedIn ? t('toApp') : t('signIn')}
      </ButtonLink>
    </header>
  );
}
