import { useTranslations } from 'next-intl';
import { Stat, StatRow } from '#/app/_ui/kit/stat.tsx';
import { Amount } from '#/app/_ui/numbers/amount.tsx';
import type { Overview } from '#/server/users/overview/schema.ts';

/** What is free to spend; what is set aside stands under it. */
export function Balances({ balances }: { balances: Overview['balances'] }) {
  const t = useTranslations('overview');
  return (
    <section aria-label={t('balances')}>
      <StatRow close>
        {balances.map(({ asset, free, held }) => (
          <Stat
            key={asset}
            label={t(`asset.${asset}`)}
            figure={<Amount value={free} asset={asset} bare />}
            note={
              held === '0'
                ? t(`assetNote.${asset}`)
                : t.rich('heldRich', { amount: () => <Amount key="held" value={held} asset={asset} /> })
            }
          />
        ))}
      </StatRow>
    </section>
  );
}
