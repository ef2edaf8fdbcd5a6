'use client';
import { Combobox as Base } from '@base-ui/react/combobox';
import { useTranslations } from 'next-intl';
import { type ReactNode, useId } from 'react';
import { Icon } from '../drawings/icon.tsx';
import { Field, type FieldNotes, fieldAria, labelId } from './field.tsx';
import type { Option } from './select.tsx';

/** One of many, found by typing. For a few options: Select. `null`: nothing chosen. */
export function Combobox<Value extends string>({
  label,
  options,
  value,
  onValue,
  placeholder,
  name,
  hint,
  error,
  ok,
  checking,
}: FieldNotes & {
  label: ReactNode;
  options: readonly Option<Value>[];
  value: Value | null;
  onValue: (value: Value | null) => void;
  placeholder?: string;
  name?: string;
}) {
  const t = useTranslations('ui');
  const id = useId();
  const notes = { hint, error, ok, checking };
  return (
    <Base.Root<Option<Value>>
      items={options}
      name={name}
      value={options.find((option) => option.value === value) ?? null}
      onValueChange={(option) => onValue(option?.value ?? null)}
      itemToStringLabel={(option) => option.label}
      itemToStringValue={(option) => option.value}
    >
      <Field id={id} label={label} {...notes}>
        <Base.InputGroup className="input">
          {/* While the list is open everything else is hidden from screen readers, a `for` label too; a reference is not. */}
          <Base.Input
            {...fieldAria(id, notes)}
            aria-labelledby={labelId(id)}
            placeholder={placeholder}
            autoComplete="off"
          />
          <Base.Clear className="input-trailing" aria-label={t('clear')}>
            <Icon name="close" />
          </Base.Clear>
          <Base.Trigger className="input-trailing" aria-label={t('open')}>
            <Icon name="down" />
          </Base.Trigger>
        </Base.InputGroup>
      </Field>
      <Base.Portal>
        <section aria-label={t('open')}>
          <Base.Positioner className="menu-place" sideOffset={4}>
            <Base.Popup className="menu combobox-menu">
              <Base.Empty>
                <div className="palette-empty">{t('nothingFound')}</div>
              </Base.Empty>
              <Base.List>
                {(option: Option<Value>) => (
                  <Base.Item key={option.value} value={option} disabled={option.disabled} className="menu-item">
                    <span className="menu-label">{option.label}</span>
                    <Base.ItemIndicator>
                      <Icon name="done" size={16} />
                    </Base.ItemIndicator>
                  </Base.Item>
                )}
              </Base.List>
            </Base.Popup>
          </Base.Positioner>
        </section>
      </Base.Portal>
    </Base.Root>
  );
}
