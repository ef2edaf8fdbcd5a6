import { headers } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { Glyph } from '../../../_ui/drawings/icon.tsx';
import { CodeBlock } from '../../../_ui/kit/copy.tsx';
import { Facts } from '../../../_ui/kit/facts.tsx';
import type { SetupProgress } from './setup-progress.ts';
import { StepButton } from './step-button.tsx';
import { StepTitle } from './step-title.tsx';

/** What the server is set to, and the line to paste where that is not what one wants. */
export async function AddressStep({ publicUrl, registration, mode }: SetupProgress['address']) {
  const [t, host] = await Promise.all([getTranslations('setup.address'), openedHost()]);
  const differs = publicUrl !== null && host !== null && new URL(publicUrl).host !== host;
  return (
    <>
      <StepTitle>{t('title')}</StepTitle>
      <p className="entrance-lead">{t('lead')}</p>
      <div className="plate plate-padded setup-gap">
        <Facts
          facts={[
            { name: t('publicUrl'), value: publicUrl ?? t('publicUrlNone') },
            { name: t('youAreAt'), value: host ?? '' },
            { name: t('registration'), value: t(registration) },
            { name: t('mode'), value: t(mode) },
          ]}
        />
      </div>
      {publicUrl === null && (
        <Advice title={t('noAddressTitle')} text={t('noAddress')} line="PUBLIC_URL=https://desk.example.com" />
      )}
      {differs && (
        <Advice
          title={t('differsTitle')}
          text={t('differs', { configured: publicUrl, actual: host })}
          line={`PUBLIC_URL=https://${host}`}
        />
      )}
      <details className="setup-gap setup-more">
        <summary>{t('changeRegistration')}</summary>
        <CodeBlock code="REGISTRATION=invite" label={t('changeRegistration')} />
        <p className="setup-note">{t('registrationWords')}</p>
      </details>
      <div className="entrance-submit">
        <StepButton deed="confirmAddress" label={t('confirm')} pendingLabel={t('pending')} />
      </div>
    </>
  );
}

function Advice({ title, text, line }: { title: string; text: string; line: string }) {
  return (
    <div className="setup-gap setup-advice">
      <Glyph name="warning" />
      <div>
        <p className="font-medium">{title}</p>
        <p className="setup-note">{text}</p>
        <CodeBlock code={line} label={title} />
      </div>
    </div>
  );
}

async function openedHost(): Promise<string | null> {
  const host = (await headers()).get('host');
  return host && /^[\w.:[\]-]{1,255}$/.test(host) ? host : null;
}
