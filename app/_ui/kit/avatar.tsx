import { classNames } from './class-names.ts';

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

/** A squared monogram; round for people. Decoration: the name stands beside it. */
export function Avatar({ name, person = false }: { name: string; person?: boolean }) {
  return (
    <span className={classNames('avatar', person && 'avatar-person')} aria-hidden="true">
      {monogram(name)}
    </span>
  );
}

export function Kbd({ children }: { children: string }) {
  return <kbd>{children}</kbd>;
}
