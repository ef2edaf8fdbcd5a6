'use client';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '../kit/button.tsx';
import { BareCheckbox } from '../kit/choices.tsx';
import { classNames } from '../kit/class-names.ts';
import { ErrorState, LoadingRows } from '../kit/states.tsx';
import type { Sort, TableColumn } from './column.ts';
import { useRowModels } from './row-models.ts';
import { TableHead } from './table-head.tsx';

export interface DataTableProps<Row extends object> {
  /** What the rows are, read aloud. */
  label: string;
  /** Keep it stable: outside of the component or memoised. */
  columns: readonly TableColumn<Row>[];
  /** undefined: not loaded yet. */
  rows: readonly Row[] | undefined;
  rowKey: (row: Row) => string;
  sort?: Sort | null;
  onSort?: (sort: Sort | null) => void;
  /** Gives each row a box; these buttons stand over the table while some are ticked. */
  selection?: { nameOf: (row: Row) => string; actions: (keys: readonly string[], clear: () => void) => ReactNode };
  /** Shown when there are no rows: why, and what to do. */
  empty: ReactNode;
  error?: { text: string; onRetry: () => void } | null;
  more?: { isLoading: boolean; onMore: () => void } | null;
  /** Cells of the last line, as many as columns. */
  totals?: readonly ReactNode[];
  /** Rows that came while the page was open: their tint fades. */
  freshKeys?: ReadonlySet<string>;
}

const noRows: readonly never[] = [];

/** A table that is cards on a phone. Its head stays in sight; loading, failure and emptiness have their place. */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { label, columns, rows, rowKey, sort = null, onSort, selection, empty, error, more, totals, freshKeys } = props;
  const t = useTranslations('ui.table');
  const model = useRowModels({ columns, rows: rows ?? noRows, rowKey, sort });
  const count = model.selectedKeys.length;

  // What was loaded stays in sight when a later page fails.
  if (error && !rows?.length) return <ErrorState onRetry={error.onRetry}>{error.text}</ErrorState>;
  if (!rows) return <LoadingRows rows={8} />;
  if (rows.length === 0) return empty;

  return (
    <div className="plate">
      {selection && count > 0 && (
        <div className="table-selection">
          <span role="status">{t('selected', { count })}</span>
          <span className="ml-auto flex flex-wrap gap-2">
            {selection.actions(model.selectedKeys, model.clear)}
            <Button tone="quiet" size="small" onClick={model.clear}>
              {t('clearSelection')}
            </Button>
          </span>
        </div>
      )}
      <table className="data-table data-table-sticky data-table-cards" aria-label={label}>
        <TableHead
          columns={columns}
          sort={sort}
          onSort={onSort}
          selectAll={
            selection && {
              checked: count === model.rows.length,
              some: count > 0 && count < model.rows.length,
              onChange: model.toggleAll,
            }
          }
        />
        <tbody>
          {model.rows.map(({ key, row, isSelected }) => (
            <tr key={key} className={classNames(isSelected && 'is-selected', freshKeys?.has(key) && 'is-fresh')}>
              {selection && (
                <td className="cell-check">
                  <BareCheckbox
                    label={`${t('select')}: ${selection.nameOf(row)}`}
                    checked={isSelected}
                    onChange={() => model.toggle(key)}
                  />
                </td>
              )}
              {columns.map((column) => (
                <td key={column.id} data-label={column.title} className={cellClass(column)}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {totals && (
          <tfoot>
            <tr>
              {selection && <td />}
              {totals.map((cell, index) => (
                <td key={columns[index]?.id ?? index} className={columns[index]?.figure ? 'cell-figure' : undefined}>
                  {cell}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
      {error && (
        <p role="alert" className="hint hint-bad px-4 pb-2">
          {error.text}
        </p>
      )}
      {more && (
        <div className="table-more">
          <Button tone="quiet" pending={more.isLoading} onClick={more.onMore}>
            {t('showMore')}
          </Button>
        </div>
      )}
    </div>
  );
}

export function cellClass<Row>(column: TableColumn<Row>): string {
  return classNames(column.figure && 'cell-figure', column.role && `cell-${column.role}`);
}
