'use client';
import { useLocale } from 'next-intl';
import { type ReactNode, useId } from 'react';
import { Axes, plot, yOf } from './axes.tsx';
import { ChartFrame } from './chart-frame.tsx';
import { compactNumber, plainNumber } from './format.ts';
import { niceScale } from './scale.ts';

export interface Bar {
  readonly label: string;
  readonly value: number;
  /** Not real or not ours: training drops, reserves. */
  readonly hatched?: boolean;
}

/** Bars of one quantity; the tallest ones carry their figure. `gold` only for stars. */
export function BarChart({
  title,
  note,
  corner,
  column,
  bars,
  gold = false,
  format = plainNumber,
  formatTick,
}: {
  title: string;
  note?: ReactNode;
  corner: string;
  /** What the figures are, for the table: «Звёзды». */
  column: string;
  bars: readonly Bar[];
  gold?: boolean;
  format?: (value: number) => string;
  formatTick?: (value: number) => string;
}) {
  const hatch = useId();
  const locale = useLocale();
  const onAxis = formatTick ?? ((value: number) => compactNumber(value, locale));
  const scale = niceScale(Math.max(0, ...bars.map((bar) => bar.value)), 3);
  const color = gold ? 'var(--c2)' : 'var(--c1)';
  const step = (width: number) => (width - plot.left - 16) / Math.max(bars.length, 1);
  const xOf = (index: number, width: number) => plot.left + step(width) * (index + 0.5);
  const named = [...bars].sort((one, other) => other.value - one.value).slice(0, 2);
  return (
    <ChartFrame
      title={title}
      note={note}
      xOf={xOf}
      table={{
        corner,
        columns: [column],
        rows: bars.map((bar) => ({ label: bar.label, cells: [format(bar.value)] })),
      }}
      draw={({ width, active }) => {
        const barWidth = Math.max(2, Math.min(24, step(width) * 0.6));
        return (
          <>
            <defs>
              <pattern id={hatch} width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                <path d="M0 0V4" stroke={color} strokeWidth={1.5} />
              </pattern>
            </defs>
            <Axes scale={scale} width={width} labels={bars.map((bar) => bar.label)} xOf={xOf} format={onAxis} />
            {bars.map((bar, index) => (
              <rect
                key={bar.label}
                x={xOf(index, width) - barWidth / 2}
                y={yOf(bar.value, scale)}
                width={barWidth}
                height={Math.max(0, plot.bottom - yOf(bar.value, scale))}
                fill={bar.hatched ? `url(#${hatch})` : color}
                stroke={active === index ? 'var(--text)' : color}
                strokeWidth={1}
              />
            ))}
            {bars.map((bar, index) =>
              named.includes(bar) && bar.value > 0 ? (
                <text
                  key={bar.label}
                  className="chart-end number"
                  x={xOf(index, width)}
                  y={yOf(bar.value, scale) - 6}
                  textAnchor="middle"
                  style={{ fill: 'var(--text)' }}
                >
                  {format(bar.value)}
                </text>
              ) : null,
            )}
          </>
        );
      }}
    />
  );
}
