import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { dropSeconds } from '../../(public)/_landing/drops.ts';
import { Dial } from '../_dial/dial.tsx';
import { EntranceSheet } from './entrance-sheet.tsx';

/** A form on the sheet, the dial of a real drop beside it. */
export async function Entrance({ children }: { children: ReactNode }) {
  const t = await getTranslations('auth.dial');
  const seconds = (value: number) => <span className="mono">{t('seconds', { value: String(value) })}</span>;
  return (
    <EntranceSheet
      side={
        <aside className="entrance-side entrance-side-dial">
          <Dial />
          <div className="dial-caption">
            <p>{t('title')}</p>
            <p>{t.rich('caption', { first: () => seconds(15), last: () => seconds(dropSeconds) })}</p>
          </div>
        </aside>
      }
    >
      {children}
    </EntranceSheet>
  );
}
