import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

export type MeterKind = 'ink' | 'gold' | 'reserve' | 'hatch';
export interface MeterPart {
  kind: MeterKind;
  /** 0..1 of the whole. */
  share: number;
}

/** Measured quantity: ink is work, gold is stars, hatched is reserved. `label` says the numbers in words. */
export function Meter({ parts, label }: { parts: readonly MeterPart[]; label: string }) {
  return (
    <div className="meter" role="img" aria-label={label}>
      {parts.map((part) => (
        <i key={part.kind} className={`meter-${part.kind}`} style={{ width: percent(part.share) }} />
      ))}
    </div>
  );
}

/** How far a task is. Without `value`: it runs, nobody knows how long. */
export function Progress({ value, label }: { value?: number; label: string }) {
  const known = value !== undefined;
  return (
    <div
      className={classNames('meter', !known && 'meter-moving')}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={known ? Math.round(value * 100) : undefined}
    >
      <i className="meter-ink" style={known ? { width: percent(value) } : undefined} />
    </div>
  );
}

export function Legend({ items }: { items: readonly { kind: MeterKind; label: ReactNode }[] }) {
  return (
    <div className="legend">
      {items.map((item) => (
        <span key={item.kind}>
          <i className={`legend-swatch meter-${item.kind}`} />
          {item.label}
        </span>
      ))}
    </div>
  );
}

export function percent(share: number): string {
  return `${Math.round(Math.min(Math.max(share, 0), 1) * 10_000) / 100}%`;
}
