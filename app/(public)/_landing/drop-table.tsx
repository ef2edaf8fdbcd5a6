import { getTranslations } from 'next-intl/server';
import { Num } from '../../_ui/numbers/amount.tsx';
import { drop } from './drops.ts';

/** The strip in words, for whoever cannot see it. A table alone would not shrink to nothing, hence the box around it. */
export async function DropTable() {
  const t = await getTranslations('landing.strip');
  return (
    <div className="sr-only">
      <table>
        <caption>{t('table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('gift')}</th>
            <th scope="col">{t('price')}</th>
            <th scope="col">{t('supply')}</th>
            <th scope="col">{t('outcome')}</th>
          </tr>
        </thead>
        <tbody>
          {drop.map((gift) => (
            <tr key={gift.key}>
              <th scope="row">
                {t(`names.${gift.key}`)}
                {gift.premiumOnly && `, ${t('premium')}`}
              </th>
              <td>
                <Num value={gift.priceStars} />
              </td>
              <td>
                <Num value={gift.supply} />
              </td>
              <td>{t('soldOut', { seconds: String(gift.soldOutSeconds) })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
