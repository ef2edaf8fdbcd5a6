import type { ReactNode } from 'react';

export interface TableColumn<Row> {
  /** Its name in the address: `?sort=-created`. */
  readonly id: string;
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  /** By what the browser sorts. Lists that the server sorts say `sortable` instead. */
  readonly sortBy?: (row: Row) => string | number | bigint | null;
  readonly sortable?: boolean;
  /** Digits and times on the right edge. */
  readonly figure?: boolean;
  /** `title` heads the card on a phone, `actions` stand at its foot. One title per table. */
  readonly role?: 'title' | 'actions';
}

export interface Sort {
  readonly column: string;
  readonly descending: boolean;
}

/** `-created` <-> { created, descending }. What is not a column of ours is no order. */
export function parseSort(text: string | null, columns: readonly string[]): Sort | null {
  const descending = text?.startsWith('-') ?? false;
  const column = descending ? text?.slice(1) : text;
  return column && columns.includes(column) ? { column, descending } : null;
}
export function formatSort(sort: Sort | null): string | null {
  return sort && `${sort.descending ? '-' : ''}${sort.column}`;
}

/** First press descends for figures (the biggest is looked for), ascends for words; the third returns to the list's own order. */
export function nextSort(current: Sort | null, column: Pick<TableColumn<unknown>, 'id' | 'figure'>): Sort | null {
  const first = column.figure ?? false;
  if (current?.column !== column.id) return { column: column.id, descending: first };
  return current.descending === first ? { column: column.id, descending: !first } : null;
}
