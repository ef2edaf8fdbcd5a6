'use client';
import { useState } from 'react';
import { Button } from '../../_ui/kit/button.tsx';
import { NewRows } from '../../_ui/kit/new-rows.tsx';
import { EmptyState } from '../../_ui/kit/states.tsx';
import { showToast } from '../../_ui/kit/toast.ts';
import { Verdict } from '../../_ui/kit/verdict.tsx';
import { Amount, Num } from '../../_ui/numbers/amount.tsx';
import type { TableColumn } from '../../_ui/table/column.ts';
import { DataTable } from '../../_ui/table/data-table.tsx';
import { FilterBar } from '../../_ui/table/filter-bar.tsx';
import { UrlState, useTableState } from '../../_ui/table/url-state.tsx';
import { type SampleGift, sampleGifts } from './samples.ts';

const columns: readonly TableColumn<SampleGift>[] = [
  { id: 'name', title: 'Подарок', cell: (gift) => gift.name, sortBy: (gift) => gift.name, role: 'title' },
  {
    id: 'price',
    title: 'Цена',
    cell: (gift) => <Amount value={gift.price} asset="stars" />,
    sortBy: (gift) => BigInt(gift.price),
    figure: true,
  },
  {
    id: 'supply',
    title: 'Тираж',
    cell: (gift) => <Num value={gift.supply} />,
    sortBy: (gift) => gift.supply,
    figure: true,
  },
  {
    id: 'state',
    title: 'Состояние',
    cell: (gift) =>
      gift.state === 'open' ? (
        <Verdict tone="ok" bare>
          продаётся
        </Verdict>
      ) : (
        <Verdict tone="quiet" glyph="sold-out" bare>
          распродан
        </Verdict>
      ),
  },
];
const columnIds = columns.map((column) => column.id);

export function LiveTable() {
  return (
    <UrlState>
      <Table />
    </UrlState>
  );
}

function Table() {
  const state = useTableState({ columns: columnIds, filters: ['state'] });
  const [waiting, setWaiting] = useState(3);
  const rows = sampleGifts.filter(
    (gift) =>
      gift.name.toLowerCase().includes(state.search.toLowerCase()) &&
      (!state.filters.state || gift.state === state.filters.state),
  );
  return (
    <>
      <FilterBar
        state={state}
        searchLabel="Подарок"
        filters={[
          {
            name: 'state',
            label: 'Состояние',
            options: [
              { value: 'open', label: 'продаётся' },
              { value: 'sold', label: 'распродан' },
            ],
          },
        ]}
      />
      <NewRows count={waiting} onShow={() => setWaiting(0)} />
      <DataTable
        label="Подарки"
        columns={columns}
        rows={rows}
        rowKey={(gift) => gift.id}
        sort={state.sort}
        onSort={state.setSort}
        selection={{
          nameOf: (gift) => gift.name,
          actions: (keys, clear) => (
            <Button
              size="small"
              onClick={() => {
                showToast({ text: `Скрыто: ${keys.length}`, undo: () => {} });
                clear();
              }}
            >
              Скрыть
            </Button>
          ),
        }}
        empty={
          <EmptyState
            drawing="nothing-found"
            title="Ничего не нашлось"
            action={<Button onClick={state.reset}>Сбросить фильтры</Button>}
          >
            Под эти условия ничего не подходит.
          </EmptyState>
        }
      />
    </>
  );
}
