import { useTranslations } from 'next-intl';
import { BareCheckbox } from '../kit/choices.tsx';
import { classNames } from '../kit/class-names.ts';
import { nextSort, type Sort, type TableColumn } from './column.ts';

export function TableHead<Row>({
  columns,
  sort,
  onSort,
  selectAll,
}: {
  columns: readonly TableColumn<Row>[];
  sort: Sort | null;
  onSort?: (sort: Sort | null) => void;
  selectAll?: { checked: boolean; some: boolean; onChange: (on: boolean) => void };
}) {
  const t = useTranslations('ui.table');
  return (
    <thead>
      <tr>
        {selectAll && (
          <th scope="col" className="cell-check">
            <BareCheckbox
              label={t('selectAll')}
              checked={selectAll.checked}
              ref={(box) => {
                if (box) box.indeterminate = selectAll.some;
              }}
              onChange={(event) => selectAll.onChange(event.target.checked)}
            />
          </th>
        )}
        {columns.map((column) => {
          const isSorted = sort?.column === column.id;
          const isSortable = onSort && (column.sortable || column.sortBy);
          return (
            <th
              key={column.id}
              scope="col"
              className={column.figure ? 'cell-figure' : undefined}
              aria-sort={isSorted ? (sort.descending ? 'descending' : 'ascending') : undefined}
            >
              {isSortable ? (
                <button type="button" className="sort-button" onClick={() => onSort(nextSort(sort, column))}>
                  {column.title}
                  {isSorted && <i className={classNames('sort-mark', !sort.descending && 'sort-mark-up')} />}
                </button>
              ) : column.role === 'actions' ? (
                <span className="sr-only">{column.title}</span>
              ) : (
                column.title
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
