/** A series is told by colour and by dash, so that neither printing nor colour blindness mixes them up. Five at most. */
export const seriesStyles = [
  { color: 'var(--c1)', dash: undefined },
  { color: 'var(--c2)', dash: '6 4' },
  { color: 'var(--c3)', dash: '2 3' },
  { color: 'var(--c4)', dash: '8 3 2 3' },
  { color: 'var(--c5)', dash: '12 4' },
] as const;

export function seriesStyle(index: number): (typeof seriesStyles)[number] {
  return seriesStyles[index % seriesStyles.length] ?? seriesStyles[0];
}
