import {
  createSortedRowModel,
  type RowSelectionState,
  rowSelectionFeature,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useMemo, useState } from 'react';
import type { Sort, TableColumn } from './column.ts';

const features = tableFeatures({ rowSortingFeature, rowSelectionFeature, sortedRowModel: createSortedRowModel() });

/** Rows in order, and which of them are selected. Columns that only the server can sort keep the rows as they came. */
export function useRowModels<Row extends object>({
  columns,
  rows,
  rowKey,
  sort,
}: {
  columns: readonly TableColumn<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  sort: Sort | null;
}) {
  const [rowSelection, setRowSelection] = useState<RowSelectionState>({});
  const definitions = useMemo(
    () =>
      columns.map((column) => ({
        id: column.id,
        accessorFn: (row: Row) => column.sortBy?.(row) ?? undefined,
        sortFn: (one: { original: Row }, other: { original: Row }) => compare(column, one.original, other.original),
        enableSorting: column.sortBy !== undefined,
        sortUndefined: 'last' as const,
      })),
    [columns],
  );
  const data = useMemo(() => [...rows], [rows]);
  const isSortedHere = columns.some((column) => column.id === sort?.column && column.sortBy);
  const table = useTable({
    features,
    columns: definitions,
    data,
    getRowId: rowKey,
    state: { sorting: sort && isSortedHere ? [{ id: sort.column, desc: sort.descending }] : [], rowSelection },
    onRowSelectionChange: setRowSelection,
  });
  const shown = table.getRowModel().rows;
  return {
    rows: shown.map((row) => ({ key: row.id, row: row.original, isSelected: row.getIsSelected() })),
    // A selected row that has left the list is not acted upon.
    selectedKeys: shown.filter((row) => row.getIsSelected()).map((row) => row.id),
    toggle: (key: string) => table.getRow(key).toggleSelected(),
    toggleAll: (on: boolean) => setRowSelection(on ? Object.fromEntries(shown.map((row) => [row.id, true])) : {}),
    clear: () => setRowSelection({}),
  };
}

function compare<Row>(column: TableColumn<Row>, one: Row, other: Row): number {
  const left = column.sortBy?.(one) ?? '';
  const right = column.sortBy?.(other) ?? '';
  if (typeof left === 'string' && typeof right === 'string')
    return left.localeCompare(right, undefined, { numeric: true });
  return left < right ? -1 : left > right ? 1 : 0;
}
