import { getTranslations } from 'next-intl/server';
import { CopyButton } from '../../_ui/kit/copy.tsx';
import { SectionHead } from '../../_ui/kit/plate.tsx';

const commands = { demo: 'npm start', live: 'npm start -- --live', check: 'npm run doctor' } as const;

export async function Install() {
  const t = await getTranslations('landing.install');
  return (
    <section aria-labelledby="install">
      <SectionHead id="install" title={t('title')} meta={t('meta')} />
      <div className="plate install">
        {(Object.keys(commands) as (keyof typeof commands)[]).map((purpose) => (
          <div key={purpose}>
            <span>{t(purpose)}</span>
            <span className="install-command">
              <code>{commands[purpose]}</code>
              <CopyButton text={commands[purpose]} />
            </span>
          </div>
        ))}
      </div>
    </section>
  );
}
