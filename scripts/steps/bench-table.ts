import { type Figure, meets, type Target } from '#/tests/bench/bench.ts';

export interface BenchRow extends Figure {
  readonly bench: string;
}

export function isMissed({ value, target }: Figure): boolean {
  return target !== undefined && !meets(value, target);
}

/** One table for people: what was measured, what was promised, and whether it holds. */
export function benchTable(rows: readonly BenchRow[]): string {
  const cells = rows.map((row) => [
    row.bench,
    row.what,
    `${formatFigure(row.value)} ${row.unit}`.trim(),
    row.target ? `${sayTarget(row.target)} ${row.unit}`.trim() : '',
    row.target ? (isMissed(row) ? 'MISSED' : 'met') : '',
  ]);
  const head = ['bench', 'figure', 'measured', 'target', ''];
  const widths = head.map((title, column) => Math.max(title.length, ...cells.map((row) => row[column]?.length ?? 0)));
  const line = (row: string[]) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [line(head), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...cells.map(line)].join('\n');
}

function sayTarget(target: Target): string {
  if ('atMost' in target) return `<= ${formatFigure(target.atMost)}`;
  if ('atLeast' in target) return `>= ${formatFigure(target.atLeast)}`;
  return `= ${formatFigure(target.exactly)}`;
}

function formatFigure(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(Math.abs(value) < 10 ? 2 : 1);
}
