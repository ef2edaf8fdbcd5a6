import { classNames } from './class-names.ts';
import { monogram } from './monogram.ts';

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
