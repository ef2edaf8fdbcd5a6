import type { ReactNode } from 'react';
import { type Scale, shownLabels } from './scale.ts';

export const plot = { left: 40, right: 28, top: 12, bottom: 132 } as const;

export function yOf(value: number, { max }: Scale): number {
  return plot.bottom - (value / max) * (plot.bottom - plot.top);
}

/** Hairlines with their values on the left, names of points below. */
export function Axes({
  scale,
  width,
  labels,
  xOf,
  format,
}: {
  scale: Scale;
  width: number;
  labels: readonly string[];
  xOf: (index: number, width: number) => number;
  format: (value: number) => string;
}): ReactNode {
  const shown = shownLabels(labels, width - plot.left - plot.right);
  return (
    <g>
      {scale.ticks.map((tick) => (
        <g key={tick}>
          <path d={`M${plot.left} ${yOf(tick, scale)}H${width - plot.right}`} stroke="var(--hairline)" />
          <text x={plot.left - 8} y={yOf(tick, scale) + 4} textAnchor="end">
            {format(tick)}
          </text>
        </g>
      ))}
      {labels.map((label, index) =>
        shown.has(index) ? (
          <text key={label} x={xOf(index, width)} y={152} textAnchor="middle">
            {label}
          </text>
        ) : null,
      )}
    </g>
  );
}
