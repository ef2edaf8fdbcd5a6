import { type ComponentProps, type ReactNode, useId } from 'react';
import { Icon } from '../drawings/icon.tsx';
import { Field, type FieldNotes, fieldAria } from './field.tsx';

export interface Option<Value extends string = string> {
  value: Value;
  label: string;
  disabled?: boolean;
}

/** One of a few. The system's own list: best on a phone, works without JavaScript. For hundreds of options: Combobox. */
export function Select<Value extends string>({
  label,
  options,
  placeholder,
  hint,
  error,
  ok,
  checking,
  fieldClassName,
  id,
  onValue,
  ...rest
}: FieldNotes & {
  label: ReactNode;
  options: readonly Option<Value>[];
  /** Shown while nothing is chosen. */
  placeholder?: string;
  fieldClassName?: string;
  onValue?: (value: Value) => void;
} & ComponentProps<'select'>) {
  const made = useId();
  const own = id ?? made;
  const notes = { hint, error, ok, checking };
  return (
    <Field id={own} label={label} className={fieldClassName} {...notes}>
      <span className="input">
        <select
          {...rest}
          {...fieldAria(own, notes)}
          onChange={
            rest.onChange || onValue
              ? (event) => {
                  rest.onChange?.(event);
                  onValue?.(event.target.value as Value);
                }
              : undefined
          }
        >
          {placeholder && <option value="">{placeholder}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {option.label}
            </option>
          ))}
        </select>
        <Icon name="down" />
      </span>
    </Field>
  );
}
