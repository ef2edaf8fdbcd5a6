import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { environment } from '#/server/env.ts';
import { Texts } from '../../_ui/i18n/texts.tsx';
import './kit.css';
import { KitColumn } from './kit-column.tsx';
import { Live } from './live.tsx';

export const metadata: Metadata = { title: 'Kit' };

/** Every component in both themes, beside look/mocks/kit.html. For those who build, so only with DEMO=1. */
export default async function KitPage({ searchParams }: { searchParams: Promise<{ theme?: string }> }) {
  if (environment().config.mode !== 'demo') notFound();
  const { theme } = await searchParams;
  const shown = theme === 'night' ? 'night' : 'paper';
  return (
    <Texts namespaces={['shell']}>
      <main className="kit" data-show={shown}>
        <div className="kit-two">
          <KitColumn theme="paper" title="Бумага" note="светлая, основная" />
          <KitColumn theme="night" title="Ночь" note="тёмная" />
        </div>
        <Live />
      </main>
    </Texts>
  );
}
