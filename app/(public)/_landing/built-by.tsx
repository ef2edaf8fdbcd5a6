import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { Star } from '../../_ui/drawings/star.tsx';
import { SectionHead } from '../../_ui/kit/plate.tsx';
import { Num } from '../../_ui/numbers/amount.tsx';
import { numbers } from './numbers.tsx';

/** The rules of the house, said once and without adjectives. */
export async function BuiltBy() {
  const t = await getTranslations('landing.rules');
  return (
    <section aria-labelledby="rules">
      <SectionHead id="rules" title={t('title')} />
      <div className="built">
        <div>
          <h3>{t('sentence.title')}</h3>
          <p className="built-sentence">
            {t.rich('sentence.text', {
              count: () => <b>{t('sentence.count')}</b>,
              price: () => (
                <b>
                  <Num value={5_000} />
                  <Star />
                </b>
              ),
              supply: () => <b>{t.rich('sentence.supply', numbers)}</b>,
            })}
          </p>
        </div>
        <div>
          <h3>{t('reasons.title')}</h3>
          <p>{t.rich('reasons.text', numbers)}</p>
        </div>
        <div>
          <h3>{t('twice.title')}</h3>
          <p>{t('twice.text')}</p>
        </div>
        <div>
          <h3>{t('yours.title')}</h3>
          <p>{t('yours.text')}</p>
        </div>
        <div>
          <h3>{t('risk.title')}</h3>
          <p>
            {t('risk.text')} <Link href="/terms#automation">{t('risk.link')}</Link>
          </p>
        </div>
        <div>
          <h3>{t('open.title')}</h3>
          <p>
            {t('open.text')} <Link href="/docs/api">{t('open.link')}</Link>
          </p>
        </div>
      </div>
    </section>
  );
}
