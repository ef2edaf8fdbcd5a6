import { type ComponentProps, type ReactNode, useId } from 'react';
import { Icon, type IconName } from '../drawings/icon.tsx';
import { classNames } from './class-names.ts';
import { Field, type FieldNotes, fieldAria } from './field.tsx';

type Own = FieldNotes & {
  label: ReactNode;
  icon?: IconName;
  large?: boolean;
  /** Stands inside the box after the text: a unit, a button. */
  trailing?: ReactNode;
  fieldClassName?: string;
};
export type InputProps = Own & ComponentProps<'input'>;

/** One line of text with its label and note. Works uncontrolled (`name`, `defaultValue`) and controlled. */
export function Input({
  label,
  hint,
  error,
  ok,
  checking,
  icon,
  large,
  trailing,
  fieldClassName,
  id,
  ...rest
}: InputProps) {
  const made = useId();
  const own = id ?? made;
  const notes = { hint, error, ok, checking };
  return (
    <Field id={own} label={label} className={fieldClassName} {...notes}>
      <span className={classNames('input', large && 'input-large')}>
        {icon && <Icon name={icon} />}
        <input {...rest} {...fieldAria(own, notes)} />
        {trailing}
      </span>
    </Field>
  );
}

/** A search box: its name is read aloud, not printed. */
export function SearchInput({ label, className, ...rest }: { label: string } & ComponentProps<'input'>) {
  return (
    <span className={classNames('input input-search', className)}>
      <Icon name="search" />
      <input type="search" placeholder={label} {...rest} aria-label={label} />
    </span>
  );
}

export function Textarea({
  label,
  hint,
  error,
  ok,
  checking,
  fieldClassName,
  id,
  ...rest
}: FieldNotes & { label: ReactNode; fieldClassName?: string } & ComponentProps<'textarea'>) {
  const made = useId();
  const own = id ?? made;
  const notes = { hint, error, ok, checking };
  return (
    <Field id={own} label={label} className={fieldClassName} {...notes}>
      <span className="input input-area">
        <textarea {...rest} {...fieldAria(own, notes)} />
      </span>
    </Field>
  );
}
