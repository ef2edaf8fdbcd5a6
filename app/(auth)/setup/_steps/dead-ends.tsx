import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '../../../_ui/kit/button.tsx';
import { CodeBlock } from '../../../_ui/kit/copy.tsx';

const resetCommand = 'npm run admin:reset';

/** No admin yet and no good link: how to get one. */
export async function LinkNeeded({ hadKey }: { hadKey: boolean }) {
  const t = await getTranslations('setup.linkNeeded');
  return (
    <>
      <h1>{hadKey ? t('usedTitle') : t('title')}</h1>
      <p className="entrance-lead">{hadKey ? t('usedText') : t('text')}</p>
      <p className="setup-gap">{t('command')}</p>
      <CodeBlock code={resetCommand} label={t('command')} />
    </>
  );
}

/** An admin exists, and it is not whoever asks. */
export async function SetupClosed({ hadKey, signedIn }: { hadKey: boolean; signedIn: boolean }) {
  const t = await getTranslations('setup.closed');
  return (
    <>
      <h1>{t('title')}</h1>
      <p className="entrance-lead">{signedIn ? t('textSignedIn') : hadKey ? t('textUsedKey') : t('text')}</p>
      <ButtonLink
        className="entrance-submit"
        href={signedIn ? '/app' : '/login?next=%2Fsetup'}
        tone="primary"
        size="large"
        wide
      >
        {signedIn ? t('toApp') : t('signIn')}
      </ButtonLink>
      <p className="setup-gap entrance-lead">{t('lost')}</p>
      <CodeBlock code={resetCommand} label={t('lost')} />
    </>
  );
}
