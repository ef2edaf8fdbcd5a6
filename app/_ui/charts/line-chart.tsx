'use client';
import { useLocale } from 'next-intl';
import type { ReactNode } from 'react';
import { Axes, plot, yOf } from './axes.tsx';
import { ChartFrame } from './chart-frame.tsx';
import { compactNumber, plainNumber } from './format.ts';
import { areaPath, linePath, niceScale, type Point, spreadLabels } from './scale.ts';
import { seriesStyle } from './series-style.ts';

export interface Series {
  readonly name: string;
  /** One per label; null where nothing was measured. */
  readonly values: readonly (number | null)[];
}

/** Up to five lines over common points, each told by colour and dash. `area` fills under a single one. */
export function LineChart({
  title,
  note,
  corner,
  labels,
  series,
  area = false,
  format = plainNumber,
  formatTick,
}: {
  title: string;
  note?: ReactNode;
  /** What the labels are, for the table: «Дата». */
  corner: string;
  labels: readonly string[];
  series: readonly Series[];
  area?: boolean;
  format?: (value: number) => string;
  formatTick?: (value: number) => string;
}) {
  const locale = useLocale();
  const onAxis = formatTick ?? ((value: number) => compactNumber(value, locale));
  const scale = niceScale(Math.max(0, ...series.flatMap((one) => one.values.map((value) => value ?? 0))));
  const xOf = (index: number, width: number) =>
    plot.left + (labels.length > 1 ? (index / (labels.length - 1)) * (width - plot.left - plot.right) : 0);
  const lines = series.map((one) => one.values.map((value) => (value === null ? null : yOf(value, scale))));
  const ends = spreadLabels(
    lines.map((line) => line.findLast((y) => y !== null) ?? plot.bottom),
    14,
  );
  return (
    <ChartFrame
      title={title}
      note={note}
      legend={series.length > 1 ? series.map((one) => one.name) : undefined}
      xOf={xOf}
      table={{
        corner,
        columns: series.map((one) => one.name),
        rows: labels.map((label, at) => ({
          label,
          cells: series.map((one) => {
            const value = one.values[at];
            return value === null || value === undefined ? '–' : format(value);
          }),
        })),
      }}
      draw={({ width, active }) => (
        <>
          <Axes scale={scale} width={width} labels={labels} xOf={xOf} format={onAxis} />
          {active !== null && (
            <path d={`M${xOf(active, width)} ${plot.top}V${plot.bottom}`} stroke="var(--text)" strokeWidth={1} />
          )}
          {lines.map((line, index) => {
            const { color, dash } = seriesStyle(index);
            const points = line.map((y, at): Point | null => (y === null ? null : { x: xOf(at, width), y }));
            const drawn = points.filter((point) => point !== null);
            const end = drawn.at(-1);
            const last = series[index]?.values.findLast((value) => value !== null);
            const marked = active === null ? end : (points[active] ?? undefined);
            return (
              <g key={series[index]?.name}>
                {area && <path d={areaPath(drawn, plot.bottom)} fill={color} opacity={0.16} />}
                <path
                  d={linePath(points)}
                  fill="none"
                  stroke={color}
                  strokeWidth={2}
                  strokeLinejoin="round"
                  strokeDasharray={dash}
                />
                {marked && (
                  <circle cx={marked.x} cy={marked.y} r={3.5} fill={color} stroke="var(--surface)" strokeWidth={1.5} />
                )}
                {end && typeof last === 'number' && (
                  <text className="chart-end" x={end.x + 8} y={(ends[index] ?? 0) + 4} style={{ fill: color }}>
                    {onAxis(last)}
                  </text>
                )}
              </g>
            );
          })}
        </>
      )}
    />
  );
}
