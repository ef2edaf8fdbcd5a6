import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

/** One figure of a panel: label, figure, a note. Cells of one plate share these lines. `ticking`: the digits change in sight. */
export function Stat({
  label,
  aside,
  figure,
  ticking = false,
  note,
  children,
}: {
  label: ReactNode;
  /** Across from the label: a link, a time. */
  aside?: ReactNode;
  figure: ReactNode;
  ticking?: boolean;
  note?: ReactNode;
  /** A meter, a ruler, facts. */
  children?: ReactNode;
}) {
  return (
    <div className="stat">
      <div className="stat-label">
        <span>{label}</span>
        {aside}
      </div>
      <div className={classNames('figure', ticking && 'tabular')}>{figure}</div>
      {children}
      {note && <div className="stat-note">{note}</div>}
    </div>
  );
}

/** Several figures on one plate with hairlines between them; on a phone one under another, or `close` together without their notes. */
export function StatRow({ close = false, children }: { close?: boolean; children: ReactNode }) {
  return <div className={classNames('plate stat-row', close && 'stat-row-close')}>{children}</div>;
}
