import type { Metadata } from 'next';
import { getFormatter, getTranslations } from 'next-intl/server';
import { api } from '#/app/_server/api.ts';
import { requireUserPage } from '#/app/_server/session.ts';
import { PageHead } from '#/app/_ui/kit/plate.tsx';
import { renderedAt } from '../_server/moment.ts';
import { Balances } from './_overview/balances.tsx';
import { FirstSteps } from './_overview/first-steps.tsx';
import { Journal } from './_overview/journal.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('overview'))('title') };
}

export default async function OverviewPage() {
  await requireUserPage('/app');
  const [t, format, overview] = await Promise.all([
    getTranslations('overview'),
    getFormatter(),
    api().then((caller) => caller.overview.get()),
  ]);
  return (
    <>
      <PageHead
        title={t('title')}
        sub={format.dateTime(renderedAt(), { weekday: 'long', day: 'numeric', month: 'long' })}
      />
      <Balances balances={overview.balances} />
      <div className="mt-6 grid gap-6 desk:grid-cols-[minmax(0,7fr)_minmax(0,5fr)]">
        {/* A person at the beginning sees the next step before the past; a wide screen has room for both. */}
        <div className="min-w-0 desk:order-last">
          <FirstSteps steps={overview.steps} />
        </div>
        <div className="min-w-0">
          <Journal entries={overview.journal} />
        </div>
      </div>
    </>
  );
}
