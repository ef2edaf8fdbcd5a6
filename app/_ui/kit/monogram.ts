/** Up to two letters: «Дарья Котова» -> ДК, `darya` -> D, «@olga.nails» -> O. */
export function monogram(name: string): string {
  const words = name
    .replace(/^@/, '')
    .split(/[\s._-]+/u)
    .filter(Boolean);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toUpperCase();
}
