import { useTranslations } from 'next-intl';
import type { ComponentProps, ReactNode } from 'react';
import { Icon } from '../drawings/icon.tsx';
import { classNames } from './class-names.ts';

/** A small fact: «цена до 5 000». `name` is printed quietly before it. */
export function Chip({ name, children }: { name?: ReactNode; children: ReactNode }) {
  return (
    <span className="chip">
      {name && <em>{name}</em>}
      {children}
    </span>
  );
}

/** A filter that is on; pressing it takes it off. */
export function FilterChip({
  name,
  children,
  selected = false,
  onRemove,
}: {
  name?: ReactNode;
  children: ReactNode;
  selected?: boolean;
  onRemove: () => void;
}) {
  const t = useTranslations('ui');
  return (
    <button type="button" className={classNames('chip', selected && 'chip-on')} onClick={onRemove}>
      {name && <em>{name}</em>}
      {children}
      <span className="sr-only">{t('removeFilter')}</span>
      <Icon name="close" />
    </button>
  );
}

/** A choice that toggles: pressed is azure. */
export function ToggleChip({
  pressed,
  children,
  ...rest
}: { pressed: boolean } & Omit<ComponentProps<'button'>, 'type'>) {
  return (
    <button {...rest} type="button" aria-pressed={pressed} className={classNames('chip', pressed && 'chip-on')}>
      {children}
    </button>
  );
}

export function AddChip({ children, ...rest }: Omit<ComponentProps<'button'>, 'type'>) {
  return (
    <button {...rest} type="button" className="chip chip-add">
      <Icon name="plus" />
      {children}
    </button>
  );
}
