'use client';
import { useQuery } from '@tanstack/react-query';
import { useMessages, useTranslations } from 'next-intl';
import { useTRPC } from '#/app/_ui/api/trpc-context.ts';
import { Section } from '#/app/_ui/kit/plate.tsx';
import { Verdict } from '#/app/_ui/kit/verdict.tsx';
import { Amount } from '#/app/_ui/numbers/amount.tsx';
import { ShortMoment } from '#/app/_ui/numbers/moment.tsx';
import { auditKey } from '#/server/texts/audit-words.ts';
import type { Overview } from '#/server/users/overview/schema.ts';
import type { Me } from '#/server/users/profile/schema.ts';
import { ScreenState } from './screen-state.tsx';
import { TodoRow } from './todo-row.tsx';
import { useMe } from './use-me.ts';

export function NowScreen() {
  const t = useTranslations('tg');
  const trpc = useTRPC();
  const me = useMe();
  const overview = useQuery(trpc.overview.get.queryOptions(undefined, { enabled: me.isSuccess }));
  if (!me.data || !overview.data) {
    return <ScreenState error={me.error ?? overview.error} onRetry={() => void me.refetch()} />;
  }
  return (
    <>
      <h1 className="mini-app-title">
        {t('hello', { name: me.data.displayName || me.data.telegram?.username || '' })}
      </h1>
      <Balances balances={overview.data.balances} />
      <Todo me={me.data} />
      <Journal entries={overview.data.journal} />
    </>
  );
}

function Balances({ balances }: { balances: Overview['balances'] }) {
  const t = useTranslations('overview');
  return (
    <section className="plate mini-app-trio" aria-label={t('balances')}>
      {balances.map(({ asset, free }) => (
        <div key={asset}>
          <span>{t(`asset.${asset}`)}</span>
          <b>
            <Amount value={free} asset={asset} bare />
          </b>
        </div>
      ))}
    </section>
  );
}

function Todo({ me }: { me: Me }) {
  const t = useTranslations('tg');
  const needsName = me.displayName === '';
  const needsLink = me.login === null;
  return (
    <Section title={t('todo')}>
      <div className="plate">
        {needsName && (
          <TodoRow href="/tg/settings" icon="person" title={t('nameTodo.title')} note={t('nameTodo.note')} />
        )}
        {needsLink && <TodoRow href="/tg/link" icon="link" title={t('linkTodo.title')} note={t('linkTodo.note')} />}
        {!needsName && !needsLink && (
          <div className="p-4">
            <Verdict tone="ok" bare>
              {t('allDone')}
            </Verdict>
            <p className="text-muted mt-1">{t('allDoneNote')}</p>
          </div>
        )}
      </div>
    </Section>
  );
}

function Journal({ entries }: { entries: Overview['journal'] }) {
  const t = useTranslations('tg');
  const words = useTranslations('audit');
  const known = useMessages().audit;
  return (
    <Section title={t('journal')}>
      <div className="plate">
        {entries.length === 0 && <p className="text-muted p-4">{t('journalEmpty')}</p>}
        {entries.map(({ id, at, action }) => {
          const key = auditKey(action, known);
          return (
            <div key={id} className="row">
              <span className="row-text">{key ? words(key) : action}</span>
              <span className="mono text-muted">
                <ShortMoment at={at} />
              </span>
            </div>
          );
        })}
      </div>
    </Section>
  );
}
