/** Geometry of charts: pure numbers, no drawing. */
export interface Scale {
  readonly ticks: readonly number[];
  readonly max: number;
}

/** From 0 to a round number above `highest`, in three to five round steps. */
export function niceScale(highest: number, wanted = 4): Scale {
  if (!(highest > 0)) return { ticks: [0, 1], max: 1 };
  const rough = highest / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough) ?? 10);
  const count = Math.ceil(highest / step - 1e-9);
  return { ticks: Array.from({ length: count + 1 }, (_, at) => at * step), max: count * step };
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A gap (null) breaks the line. */
export function linePath(points: readonly (Point | null)[]): string {
  let path = '';
  let isDrawing = false;
  for (const point of points) {
    if (!point) {
      isDrawing = false;
      continue;
    }
    path += `${isDrawing ? 'L' : 'M'}${round(point.x)} ${round(point.y)}`;
    isDrawing = true;
  }
  return path;
}

export function areaPath(points: readonly Point[], baseline: number): string {
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last) return '';
  return `${linePath(points)}L${round(last.x)} ${baseline}L${round(first.x)} ${baseline}Z`;
}

/** Which labels of the axis fit: every n-th, the last always. A letter of 12 px is about 7 px wide. */
export function shownLabels(labels: readonly string[], width: number): ReadonlySet<number> {
  const widest = Math.max(...labels.slice(0, -1).map((label) => label.length), 1) * 7 + 8;
  const every = Math.max(1, Math.ceil((labels.length * widest) / Math.max(width, 1)));
  const shown = new Set<number>();
  for (let at = labels.length - 1; at >= 0; at -= every) shown.add(at);
  return shown;
}

/** Ends of lines must not print over each other: pushed apart by `gap`, order kept. */
export function spreadLabels(ys: readonly number[], gap: number): number[] {
  const order = ys.map((y, at) => ({ y, at })).sort((one, other) => one.y - other.y);
  for (let at = 1; at < order.length; at++) {
    const above = order[at - 1];
    const here = order[at];
    if (above && here && here.y - above.y < gap) here.y = above.y + gap;
  }
  const spread = [...ys];
  for (const { y, at } of order) spread[at] = y;
  return spread;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
