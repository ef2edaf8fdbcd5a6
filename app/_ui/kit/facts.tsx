import { Fragment, type ReactNode } from 'react';

export interface Fact {
  name: ReactNode;
  value: ReactNode;
  /** When names repeat. */
  key?: string;
}

/** Name - value lines, figures on the right edge. */
export function Facts({ facts, className }: { facts: readonly Fact[]; className?: string }) {
  return (
    <dl className={className ? `facts ${className}` : 'facts'}>
      {facts.map(({ name, value, key }, index) => (
        <Fragment key={key ?? (typeof name === 'string' ? name : index)}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
