'use client';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { IconButton } from '../kit/button.tsx';
import { seriesStyle } from './series-style.ts';

export interface ChartTable {
  /** The head of the first column: «Дата». */
  readonly corner: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly label: string; readonly cells: readonly string[] }[];
}
/** What a chart draws into: its width in px and the point that is looked at. */
export interface Stage {
  readonly width: number;
  readonly active: number | null;
}
export const chartHeight = 164;

/**
 * Around every chart: title, the table twin, the value under the pointer or the arrow keys, the legend.
 * `draw` gets the width; `xOf` says where a point stands.
 */
export function ChartFrame({
  title,
  note,
  table,
  legend,
  xOf,
  draw,
}: {
  title: string;
  note?: ReactNode;
  table: ChartTable;
  legend?: readonly string[];
  xOf: (index: number, width: number) => number;
  draw: (stage: Stage) => ReactNode;
}) {
  const t = useTranslations('ui.chart');
  const [asTable, setAsTable] = useState(false);
  const [active, setActive] = useState<number | null>(null);
  const [box, width] = useWidth();
  const hint = useId();
  const count = table.rows.length;
  const row = active === null ? undefined : table.rows[active];

  function onPointerMove(event: PointerEvent<SVGSVGElement>) {
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left;
    let nearest = 0;
    for (let at = 1; at < count; at++) {
      if (Math.abs(xOf(at, width) - x) < Math.abs(xOf(nearest, width) - x)) nearest = at;
    }
    setActive(nearest);
  }
  function onKeyDown(event: KeyboardEvent) {
    const from = active ?? (event.key === 'ArrowLeft' ? count : -1);
    const next = { ArrowLeft: from - 1, ArrowRight: from + 1, Home: 0, End: count - 1 }[event.key];
    if (event.key === 'Escape') setActive(null);
    if (next === undefined) return;
    event.preventDefault();
    setActive(Math.min(Math.max(next, 0), count - 1));
  }

  return (
    <figure className="plate chart-plate">
      <div className="chart-head">
        <figcaption>
          {title} {note && <span className="font-normal text-muted">{note}</span>}
        </figcaption>
        <IconButton
          size="small"
          icon={asTable ? 'health' : 'table'}
          label={asTable ? t('asChart') : t('asTable')}
          onClick={() => setAsTable(!asTable)}
        />
      </div>
      {asTable ? (
        <TwinTable title={title} table={table} />
      ) : (
        <div ref={box} className="relative">
          {/* biome-ignore lint/a11y/useSemanticElements: an svg cannot be a fieldset */}
          <svg
            className="chart"
            viewBox={`0 0 ${width} ${chartHeight}`}
            height={chartHeight}
            role="group"
            aria-label={title}
            aria-describedby={hint}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: reached by keys as by a pointer
            tabIndex={0}
            onPointerMove={onPointerMove}
            onPointerLeave={() => setActive(null)}
            onKeyDown={onKeyDown}
            onBlur={() => setActive(null)}
          >
            {draw({ width, active })}
          </svg>
          <span id={hint} hidden>
            {t('hint')}
          </span>
          {row && active !== null && (
            <div className="chart-tip" style={{ left: clampTip(xOf(active, width), width), top: 4 }} aria-hidden="true">
              <TipContent label={row.label} columns={table.columns} cells={row.cells} />
            </div>
          )}
          <span role="status" className="sr-only">
            {row ? `${row.label}: ${row.cells.map((cell, at) => `${table.columns[at]} ${cell}`).join(', ')}` : ''}
          </span>
        </div>
      )}
      {legend && !asTable && <ChartLegend names={legend} />}
    </figure>
  );
}

function TipContent({
  label,
  columns,
  cells,
}: {
  label: string;
  columns: readonly string[];
  cells: readonly string[];
}) {
  if (cells.length === 1) return `${label}: ${cells[0]}`;
  return (
    <>
      {label}
      <dl>
        {cells.map((cell, at) => (
          <div key={columns[at]} className="contents">
            <dt>{columns[at]}</dt>
            <dd>{cell}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function TwinTable({ title, table }: { title: string; table: ChartTable }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long table scrolls, by keys too
    <section className="max-h-64 overflow-auto -mx-4" tabIndex={0} aria-label={title}>
      <table className="data-table">
        <thead>
          <tr>
            <th scope="col">{table.corner}</th>
            {table.columns.map((column) => (
              <th key={column} scope="col" className="cell-figure">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.label}>
              <td>{row.label}</td>
              {row.cells.map((cell, at) => (
                <td key={table.columns[at]} className="cell-figure">
                  <span className="number">{cell}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function ChartLegend({ names }: { names: readonly string[] }) {
  return (
    <ul className="chart-legend">
      {names.map((name, index) => (
        <li key={name}>
          <svg width="32" height="8" aria-hidden="true">
            <path
              d="M0 4h32"
              stroke={seriesStyle(index).color}
              strokeWidth={2}
              strokeDasharray={seriesStyle(index).dash}
            />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}

function clampTip(x: number, width: number): number {
  return Math.min(Math.max(x, 60), Math.max(width - 60, 60));
}

/** The server draws at 340 px, the browser at what there is; the height never changes, so nothing jumps. */
function useWidth() {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(340);
  useEffect(() => {
    if (!box.current) return;
    const observer = new ResizeObserver(
      ([entry]) => entry && setWidth(Math.max(200, Math.round(entry.contentRect.width))),
    );
    observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
  return [box, width] as const;
}
