import type { ComponentProps, ReactNode } from 'react';
import { Icon, type IconName } from '../drawings/icon.tsx';
import { classNames } from './class-names.ts';

type NativeInput = Omit<ComponentProps<'input'>, 'type' | 'children'>;

/** Native boxes under a drawing: they work before and without JavaScript. */
export function Checkbox({ label, className, ...rest }: NativeInput & { label: ReactNode }) {
  return (
    <label className={classNames('check', className)}>
      <input {...rest} type="checkbox" />
      <i aria-hidden="true" />
      <span>{label}</span>
    </label>
  );
}

/** In a table's row or wherever the name would repeat what stands beside it. */
export function BareCheckbox({ label, className, ...rest }: NativeInput & { label: string }) {
  return (
    <label className={classNames('check', className)}>
      <input {...rest} type="checkbox" aria-label={label} />
      <i aria-hidden="true" />
    </label>
  );
}

export function Radio({ label, className, ...rest }: NativeInput & { label: ReactNode }) {
  return (
    <label className={classNames('check check-radio', className)}>
      <input {...rest} type="radio" />
      <i aria-hidden="true" />
      <span>{label}</span>
    </label>
  );
}

/** On or off at once; `big` is the master switch. Give `aria-label` when there is no word beside it. */
export function Switch({ label, big = false, className, ...rest }: NativeInput & { label?: ReactNode; big?: boolean }) {
  return (
    <label className={classNames('switch', big && 'switch-big', className)}>
      {/* biome-ignore lint/a11y/useAriaPropsForRole: a native checkbox tells its state itself */}
      <input {...rest} type="checkbox" role="switch" />
      <i aria-hidden="true" />
      {label !== undefined && <span>{label}</span>}
    </label>
  );
}

export interface Segment<Value extends string = string> {
  value: Value;
  label: string;
  icon?: IconName;
}

/** One of two to four, all in sight. Arrow keys move between them: it is a radio group. */
export function Segmented<Value extends string>({
  label,
  name,
  segments,
  value,
  defaultValue,
  onValue,
  wide = false,
  disabled,
}: {
  /** The question, read aloud. */
  label: string;
  name: string;
  segments: readonly Segment<Value>[];
  value?: Value;
  defaultValue?: Value;
  onValue?: (value: Value) => void;
  wide?: boolean;
  disabled?: boolean;
}) {
  return (
    <div role="radiogroup" aria-label={label} className={classNames('segmented', wide && 'segmented-wide')}>
      {segments.map((segment) => (
        <label key={segment.value}>
          <input
            type="radio"
            name={name}
            value={segment.value}
            disabled={disabled}
            checked={value === undefined ? undefined : value === segment.value}
            defaultChecked={value === undefined ? segment.value === defaultValue : undefined}
            onChange={onValue && (() => onValue(segment.value))}
          />
          {segment.icon && <Icon name={segment.icon} />}
          {segment.label}
        </label>
      ))}
    </div>
  );
}
