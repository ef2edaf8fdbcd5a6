import { areaPath, linePath } from './scale.ts';

/** A line in a row or beside a figure: the shape only. `label` says it in words; the numbers stand elsewhere. */
export function Sparkline({
  values,
  label,
  width = 96,
  height = 20,
}: {
  values: readonly number[];
  label: string;
  width?: number;
  height?: number;
}) {
  const highest = Math.max(1e-9, ...values);
  const points = values.map((value, at) => ({
    x: values.length > 1 ? (at / (values.length - 1)) * width : 0,
    y: height - 1 - (Math.max(value, 0) / highest) * (height - 2),
  }));
  return (
    <svg
      className="sparkline"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
    >
      <path d={areaPath(points, height)} fill="var(--text)" opacity={0.16} />
      <path d={linePath(points)} fill="none" stroke="var(--text)" strokeWidth={1.5} strokeLinejoin="round" />
    </svg>
  );
}
