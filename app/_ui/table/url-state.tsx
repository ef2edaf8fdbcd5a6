'use client';
import { debounce, parseAsString, useQueryStates } from 'nuqs';
import { NuqsAdapter } from 'nuqs/adapters/next/app';
import { type ReactNode, useState } from 'react';
import { formatSort, parseSort, type Sort } from './column.ts';

/** Around a screen whose table keeps its state in the address. */
export function UrlState({ children }: { children: ReactNode }) {
  return <NuqsAdapter>{children}</NuqsAdapter>;
}

export interface TableState<Filter extends string = string> {
  readonly sort: Sort | null;
  readonly search: string;
  /** What is on; a filter that is off is missing. */
  readonly filters: Readonly<Partial<Record<Filter, string>>>;
  readonly setSort: (sort: Sort | null) => void;
  readonly setSearch: (text: string) => void;
  readonly setFilter: (filter: Filter, value: string | null) => void;
  readonly reset: () => void;
  /** Something narrows the list: an empty one says so. */
  readonly isNarrowed: boolean;
}

const longestValue = 100;

/**
 * Order, search and filters of a table in the address: a link or a reload brings the same view back.
 * Values come from outside: give each filter its allowed values in `FilterBar`, the server's schema checks again.
 */
export function useTableState<Filter extends string>({
  columns,
  filters: names,
  defaultSort = null,
}: {
  columns: readonly string[];
  filters: readonly Filter[];
  defaultSort?: Sort | null;
}): TableState<Filter> {
  // Of this screen for its whole life: the first ones are kept.
  const [parsers] = useState(() => parsersOf(names));
  const [state, setState] = useQueryStates(parsers, { history: 'replace', limitUrlUpdates: debounce(150) });
  const values = state as Record<string, string | null>;
  const filters: Partial<Record<Filter, string>> = {};
  for (const name of names) {
    const value = values[name];
    if (value) filters[name] = value.slice(0, longestValue);
  }
  const search = (values.q ?? '').slice(0, longestValue);
  return {
    sort: parseSort(values.sort ?? null, columns) ?? defaultSort,
    search,
    filters,
    setSort: (sort) => void setState({ sort: formatSort(sort) }),
    setSearch: (text) => void setState({ q: text || null }),
    setFilter: (filter, value) => void setState({ [filter]: value }),
    reset: () => void setState({ q: null, ...Object.fromEntries(names.map((name) => [name, null])) }),
    isNarrowed: search !== '' || Object.keys(filters).length > 0,
  };
}

function parsersOf(names: readonly string[]) {
  return { sort: parseAsString, q: parseAsString, ...Object.fromEntries(names.map((name) => [name, parseAsString])) };
}
