import type { ReactNode } from 'react';
import { Glyph, type GlyphName } from '../drawings/icon.tsx';
import { classNames } from './class-names.ts';

export type VerdictTone = 'ok' | 'warn' | 'bad' | 'quiet';

const usualGlyph = { ok: 'ok', warn: 'warning', bad: 'error', quiet: 'clock' } satisfies Record<VerdictTone, GlyphName>;

/** A decision or a state: always a glyph and a word. `bare` inside tables and rows. */
export function Verdict({
  tone,
  glyph,
  bare = false,
  children,
}: {
  tone: VerdictTone;
  glyph?: GlyphName;
  bare?: boolean;
  children: ReactNode;
}) {
  return (
    <span className={classNames('verdict', tone !== 'quiet' && `verdict-${tone}`, bare && 'verdict-bare')}>
      <Glyph name={glyph ?? usualGlyph[tone]} />
      <span>{children}</span>
    </span>
  );
}
