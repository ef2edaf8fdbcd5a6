import { BareCheckbox } from '../../../_ui/kit/choices.tsx';
import { classNames } from '../../../_ui/kit/class-names.ts';
import { Verdict } from '../../../_ui/kit/verdict.tsx';
import { Amount, Num } from '../../../_ui/numbers/amount.tsx';

const rows = [
  {
    name: 'Маяк',
    price: '30000',
    supply: 5_000,
    tone: 'quiet',
    glyph: 'sold-out',
    text: 'распродан за 15 с',
    state: '',
  },
  {
    name: 'Важный гусь',
    price: '5000',
    supply: 20_000,
    tone: 'ok',
    glyph: 'ok',
    text: 'купим 2 → @kanal',
    state: 'is-selected',
  },
  {
    name: 'Самовар',
    price: '2500',
    supply: 40_000,
    tone: 'warn',
    glyph: 'premium',
    text: 'нужен Premium',
    state: 'is-hover',
  },
  {
    name: 'Кит',
    price: '500',
    supply: 150_000,
    tone: 'warn',
    glyph: 'limit',
    text: 'тираж больше предела',
    state: 'is-new',
  },
  {
    name: 'Варежка',
    price: '300',
    supply: 250_000,
    tone: 'quiet',
    glyph: 'auction',
    text: 'только аукцион',
    state: '',
  },
] as const;

/** The states of a row, drawn by hand; the working table is below in «Живое». */
export function Tables() {
  return (
    <>
      <div className="plate">
        <div className="table-scroll">
          <table className="data-table">
            <thead>
              <tr>
                <th>
                  <span className="sr-only">выбор</span>
                </th>
                <th>Подарок</th>
                <th className="cell-figure" aria-sort="descending">
                  <span className="sort-button">
                    Цена
                    <i className="sort-mark" />
                  </span>
                </th>
                <th className="cell-figure">Тираж</th>
                <th className="phone:hidden">Решение</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.name} className={row.state}>
                  <td className="cell-check">
                    <BareCheckbox label={`Выбрать ${row.name}`} defaultChecked={row.state === 'is-selected'} />
                  </td>
                  <td>{row.name}</td>
                  <td className="cell-figure">
                    <Amount value={row.price} asset="stars" />
                  </td>
                  <td className="cell-figure">
                    <Num value={row.supply} />
                  </td>
                  <td className={classNames('phone:hidden')}>
                    <Verdict tone={row.tone} glyph={row.glyph} bare>
                      {row.text}
                    </Verdict>
                  </td>
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <td />
                <td>5 подарков</td>
                <td className="cell-figure">
                  <Amount value="38300" asset="stars" />
                </td>
                <td className="cell-figure">
                  <Num value={465000} />
                </td>
                <td className="phone:hidden" />
              </tr>
            </tfoot>
          </table>
        </div>
      </div>
      <p className="mt-2 text-13 text-muted">Строки: покой, выбрана, под курсором, новая, покой.</p>
    </>
  );
}
