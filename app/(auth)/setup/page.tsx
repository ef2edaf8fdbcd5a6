import './setup.css';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { api } from '../../_server/api.ts';
import { currentActor } from '../../_server/session.ts';
import { Texts } from '../../_ui/i18n/texts.tsx';
import { Countdown } from '../../_ui/numbers/countdown.tsx';
import { Entrance } from '../_entrance/entrance.tsx';
import { EntranceSheet } from '../_entrance/entrance-sheet.tsx';
import type { EntrancePageProps } from '../_entrance/page-props.ts';
import { AdminStep } from './_steps/admin-steps.tsx';
import { ChooseNameAndPassword } from './_steps/choose-name-and-password.tsx';
import { LinkNeeded, SetupClosed } from './_steps/dead-ends.tsx';
import { ResumeWithKeptKey, TakeKeyOutOfAddress } from './_steps/link-key.tsx';
import { shownStep } from './_steps/setup-progress.ts';
import { SetupSide } from './_steps/setup-side.tsx';
import { StepTitle } from './_steps/step-title.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('setup');
  return { title: t('metaTitle'), description: t('lead') };
}

export default async function SetupPage({ searchParams }: EntrancePageProps) {
  const { key: given, step: asked } = await searchParams;
  // Longer or shorter is no key of ours; it gets the answer of a wrong one.
  const key = typeof given === 'string' && given.length >= 4 && given.length <= 128 ? given : null;
  const [actor, state] = await Promise.all([currentActor(), (await api()).setup.state(key ? { key } : {})]);
  const hadKey = given !== undefined;

  switch (state.stage) {
    case 'create_admin':
      return <CreateAdmin linkKey={key ?? ''} until={state.linkExpiresAt} />;
    case 'reset_admin':
      return <ResetAdmin linkKey={key ?? ''} login={state.resetLogin} until={state.linkExpiresAt} />;
    case 'link_needed':
      return (
        <Entrance>
          {hadKey ? <TakeKeyOutOfAddress keep={null} /> : <ResumeWithKeptKey />}
          <LinkNeeded hadKey={hadKey} />
        </Entrance>
      );
    case 'closed':
      return (
        <Entrance>
          {hadKey ? <TakeKeyOutOfAddress keep={null} /> : <ResumeWithKeptKey />}
          <SetupClosed hadKey={hadKey} signedIn={actor.kind === 'user'} />
        </Entrance>
      );
    case 'steps': {
      if (!state.progress) throw new Error('setup.state: steps without progress');
      const step = shownStep(state.progress, asked);
      return (
        <Sheet side={<SetupSide progress={state.progress} current={step} />}>
          {hadKey && <TakeKeyOutOfAddress keep={null} />}
          {/* A new key: the next step's heading announces itself. */}
          <div key={step ?? 'done'}>
            <AdminStep step={step} progress={state.progress} />
          </div>
        </Sheet>
      );
    }
  }
}

function Sheet({ side, children }: { side: ReactNode; children: ReactNode }) {
  return (
    <EntranceSheet side={side}>
      <Texts namespaces={['auth', 'setup']}>{children}</Texts>
    </EntranceSheet>
  );
}

async function CreateAdmin({ linkKey, until }: { linkKey: string; until: string | null }) {
  const t = await getTranslations('setup');
  return (
    <Sheet side={<SetupSide progress={null} current="admin" />}>
      <TakeKeyOutOfAddress keep={linkKey} />
      <StepTitle>{t('admin.title')}</StepTitle>
      <p className="entrance-lead">
        {t('admin.lead')} {until && t.rich('expiresIn', { time: () => <Countdown until={until} /> })}
      </p>
      <ChooseNameAndPassword purpose="create" linkKey={linkKey} login={null} />
    </Sheet>
  );
}

async function ResetAdmin({ linkKey, login, until }: { linkKey: string; login: string | null; until: string | null }) {
  const t = await getTranslations('setup');
  return (
    <Entrance>
      <Texts namespaces={['auth', 'setup']}>
        <TakeKeyOutOfAddress keep={linkKey} />
        <h1>{t('reset.title')}</h1>
        <p className="entrance-lead">
          {t.rich('reset.lead', { command: () => <code>npm run admin:reset</code> })}{' '}
          {until && t.rich('expiresIn', { time: () => <Countdown until={until} /> })}
        </p>
        {login && <p className="setup-gap">{t.rich('reset.account', { login: () => <b>{login}</b> })}</p>}
        <ChooseNameAndPassword purpose="reset" linkKey={linkKey} login={login} />
      </Texts>
    </Entrance>
  );
}
