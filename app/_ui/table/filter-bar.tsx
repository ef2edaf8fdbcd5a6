'use client';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useState } from 'react';
import { Icon } from '../drawings/icon.tsx';
import { FilterChip } from '../kit/chip.tsx';
import { SearchInput } from '../kit/input.tsx';
import { Menu, type MenuEntry } from '../kit/menu.tsx';
import type { TableState } from './url-state.tsx';

export interface FilterDefinition<Filter extends string> {
  readonly name: Filter;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** Search, the filters that are on as chips, and the way to add one. */
export function FilterBar<Filter extends string>({
  state,
  filters,
  searchLabel,
  children,
}: {
  state: TableState<Filter>;
  filters: readonly FilterDefinition<Filter>[];
  /** What is searched: «Имя, почта или @имя». None: no search box. */
  searchLabel?: string;
  /** On the right: a button of the list. */
  children?: ReactNode;
}) {
  const t = useTranslations('ui.table');
  const active = filters.flatMap((filter) => {
    const option = filter.options.find(({ value }) => value === state.filters[filter.name]);
    return option ? [{ filter, option }] : [];
  });
  const entries = filters.flatMap((filter): MenuEntry[] => [
    {
      kind: 'choice',
      label: filter.label,
      value: state.filters[filter.name] ?? '',
      options: filter.options,
      onValue: (value) => state.setFilter(filter.name, value),
    },
  ]);
  return (
    <div className="table-tools">
      {searchLabel && <SearchBox label={searchLabel} value={state.search} onValue={state.setSearch} />}
      {active.map(({ filter, option }) => (
        <FilterChip key={filter.name} name={filter.label} onRemove={() => state.setFilter(filter.name, null)}>
          {option.label}
        </FilterChip>
      ))}
      {entries.length > 0 && (
        <Menu className="chip chip-add" entries={entries} align="start">
          <Icon name="plus" />
          {t('addFilter')}
        </Menu>
      )}
      {children && <div className="ml-auto flex gap-2">{children}</div>}
    </div>
  );
}

/** What is typed is seen at once; the address and the server follow. */
function SearchBox({ label, value, onValue }: { label: string; value: string; onValue: (text: string) => void }) {
  const [typed, setTyped] = useState(value);
  // Back, reset and links change it from outside.
  useEffect(() => setTyped(value), [value]);
  return (
    <SearchInput
      label={label}
      value={typed}
      maxLength={100}
      onChange={(event) => {
        setTyped(event.target.value);
        onValue(event.target.value);
      }}
    />
  );
}
