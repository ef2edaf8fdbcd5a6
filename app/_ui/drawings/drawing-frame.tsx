import type { ReactNode } from 'react';

/** Lines and one gold star: x, y of its middle, and its size over 16 px. */
export function DrawingFrame({
  star,
  children,
}: {
  star: readonly [x: number, y: number, size: number];
  children: ReactNode;
}) {
  const [x, y, size] = star;
  return (
    <svg viewBox="0 0 160 112" aria-hidden="true">
      <g fill="none" stroke="currentColor" strokeWidth={1.5} strokeLinecap="round" strokeLinejoin="round">
        {children}
      </g>
      <path
        transform={`translate(${x - 8 * size} ${y - 8 * size}) scale(${size})`}
        d="M8 1L9.54 5.33L14.06 4.5L11.08 8L14.06 11.5L9.54 10.67L8 15L6.46 10.67L1.94 11.5L4.92 8L1.94 4.5L6.46 5.33Z"
        fill="var(--star-fill)"
        stroke="var(--star)"
        strokeWidth={1.1 / size}
        strokeLinejoin="round"
      />
    </svg>
  );
}
