import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '../../../_ui/kit/button.tsx';
import { Facts } from '../../../_ui/kit/facts.tsx';
import { Verdict } from '../../../_ui/kit/verdict.tsx';
import { AddressStep } from './address-step.tsx';
import { BotTokenForm } from './bot-token-form.tsx';
import type { SetupProgress, SetupStep } from './setup-progress.ts';
import { StepButton } from './step-button.tsx';
import { StepTitle } from './step-title.tsx';

/** The steps after the first: that admin's alone. */
export async function AdminStep({ step, progress }: { step: SetupStep | null; progress: SetupProgress }) {
  if (step === 'address') return <AddressStep {...progress.address} />;
  if (step === 'bot') return <BotStep bot={progress.bot} />;
  return <Finish progress={progress} finished={step === null} />;
}

async function BotStep({ bot }: { bot: SetupProgress['bot'] }) {
  const t = await getTranslations('setup.bot');
  const skip = bot.source === 'none' && !bot.skipped && (
    <StepButton deed="skipBot" tone="quiet" label={t('skip')} pendingLabel={t('skip')} />
  );
  const name = <b>{bot.username ? `@${bot.username}` : bot.id}</b>;
  return (
    <>
      <StepTitle>{t('title')}</StepTitle>
      <p className="entrance-lead">
        {t.rich('lead', { father: () => <a href="https://t.me/BotFather">@BotFather</a> })}
      </p>
      {bot.source !== 'none' && (
        <p className="setup-gap">
          <Verdict tone="ok">{t.rich('connectedAs', { bot: () => name })}</Verdict>
        </p>
      )}
      {bot.source === 'environment' ? (
        <>
          <p className="entrance-lead setup-gap">{t('fromEnvironment')}</p>
          <ButtonLink className="entrance-submit" href="/setup" tone="primary" size="large" wide>
            {t('continue')}
          </ButtonLink>
        </>
      ) : (
        <BotTokenForm skip={skip} />
      )}
    </>
  );
}

async function Finish({ progress: { address, bot }, finished }: { progress: SetupProgress; finished: boolean }) {
  const [t, server] = await Promise.all([getTranslations('setup.finish'), getTranslations('setup.address')]);
  return (
    <>
      <StepTitle>{finished ? t('allDoneTitle') : t('title')}</StepTitle>
      <p className="entrance-lead">{finished ? t('allDone') : t('lead')}</p>
      <div className="plate plate-padded setup-gap">
        <Facts
          facts={[
            { name: t('admin'), value: t('adminReady') },
            { name: t('address'), value: address.publicUrl ?? server('publicUrlNone') },
            { name: t('registration'), value: server(address.registration) },
            { name: t('bot'), value: bot.username ? `@${bot.username}` : (bot.id ?? t('botSkipped')) },
          ]}
        />
      </div>
      <div className="entrance-submit">
        {finished ? (
          <ButtonLink href="/app" tone="primary" size="large" wide>
            {t('submit')}
          </ButtonLink>
        ) : (
          <StepButton deed="finish" label={t('submit')} pendingLabel={t('pending')} leaveFor="/app" />
        )}
      </div>
    </>
  );
}
