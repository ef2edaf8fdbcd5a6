import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { CSSProperties } from 'react';
import { Glyph } from '../../../_ui/drawings/icon.tsx';
import { type SetupProgress, type SetupStep, setupSteps } from './setup-progress.ts';

/** The way as a ruler: ink up to where one stands, a notch there, what was settled beside each step. */
export async function SetupSide({
  progress,
  current,
}: {
  /** Null: the admin is still to be made. */
  progress: SetupProgress | null;
  current: SetupStep | null;
}) {
  const t = await getTranslations('setup');
  const done = progress?.done ?? [];
  const facts = await stepFacts(progress);
  const place = current === null ? setupSteps.length : setupSteps.indexOf(current);
  return (
    <aside className="entrance-side setup-side" aria-label={t('title')}>
      <div className="setup-way">
        <p className="setup-way-title">{t('title')}</p>
        <p className="setup-way-lead">{t('lead')}</p>
        <ol style={{ '--place': place, '--steps': setupSteps.length } as CSSProperties}>
          {setupSteps.map((step) => {
            const isDone = done.includes(step);
            const open = isDone && (step === 'address' || step === 'bot') && step !== current;
            // On a phone four names share one line.
            const name = (
              <>
                <span className="setup-long">{t(`steps.${step}`)}</span>
                <span className="setup-short">{t(`shortSteps.${step}`)}</span>
              </>
            );
            return (
              <li key={step} aria-current={step === current ? 'step' : undefined} data-done={isDone || undefined}>
                {open ? <Link href={`/setup?step=${step}`}>{name}</Link> : <b>{name}</b>}
                {isDone && <span className="sr-only">{t('done')}</span>}
                {isDone ? (
                  <span className="setup-fact">
                    <Glyph name="ok" />
                    {facts[step]}
                  </span>
                ) : (
                  step === current && <span className="setup-fact">{t('current')}</span>
                )}
              </li>
            );
          })}
        </ol>
      </div>
    </aside>
  );
}

async function stepFacts(progress: SetupProgress | null): Promise<Record<SetupStep, string>> {
  const [t, server] = await Promise.all([getTranslations('setup'), getTranslations('landing.server')]);
  if (!progress) return { admin: '', address: '', bot: '', finish: '' };
  const { address, bot } = progress;
  return {
    admin: t('finish.adminReady'),
    address: `${address.publicUrl ?? t('address.publicUrlNone')}, ${t('address.registration')} ${server(address.registration)}`,
    bot: bot.username ? `@${bot.username}` : bot.source === 'none' ? t('skipped') : (bot.id ?? t('done')),
    finish: t('done'),
  };
}
