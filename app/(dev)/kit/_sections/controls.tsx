import { Button, type ButtonTone, IconButton, TextButton } from '../../../_ui/kit/button.tsx';
import { AddChip, Chip, ToggleChip } from '../../../_ui/kit/chip.tsx';
import { Checkbox, Radio, Segmented, Switch } from '../../../_ui/kit/choices.tsx';
import { Input } from '../../../_ui/kit/input.tsx';
import { LiveMark } from '../../../_ui/kit/live-mark.tsx';
import { Verdict } from '../../../_ui/kit/verdict.tsx';
import { Amount, Num } from '../../../_ui/numbers/amount.tsx';

const tones: readonly [ButtonTone, string][] = [
  ['primary', 'главная'],
  ['secondary', 'вторая'],
  ['quiet', 'тихая'],
  ['danger', 'опасная'],
];

export function Buttons() {
  return (
    <>
      <div className="kit-scroll">
        <table className="kit-buttons">
          <tbody>
            {tones.map(([tone, name]) => (
              <tr key={tone}>
                <th scope="row">{name}</th>
                {['', 'is-hover', 'is-active', 'is-focus'].map((state) => (
                  <td key={state}>
                    <Button tone={tone} className={state}>
                      Купить 2
                    </Button>
                  </td>
                ))}
                <td>
                  <Button tone={tone} pending>
                    Покупаем
                  </Button>
                </td>
                <td>
                  <Button tone={tone} disabled>
                    Купить 2
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="kit-flow">
        <Button tone="primary" size="large" icon="plus">
          Добавить цель
        </Button>
        <Button size="small">Изменить правило</Button>
        <IconButton tone="secondary" icon="download" label="Скачать" />
        <TextButton>Изменить</TextButton>
      </div>
    </>
  );
}

export function Fields({ theme }: { theme: string }) {
  return (
    <>
      <div className="kit-pair">
        <Input label="Покой" placeholder="@kanal или +7 900 000-00-00" hint="Канал, человек или номер" />
        <Input label="Проверяем" defaultValue="@kanal" checking="Проверяем, принимает ли подарки" />
        <Input label="Проверено" defaultValue="@kanal" ok="Канал принимает подарки" />
        <Input label="Ошибка" defaultValue="@kanall" error="Такого имени нет. Похоже на @kanal" />
      </div>
      <div className="kit-flow">
        <Switch label="Включено" defaultChecked />
        <Switch label="Выключено" />
        <Switch label="Нельзя" disabled />
        <Switch big aria-label="Автопокупка" defaultChecked />
        <Switch big aria-label="Автопокупка, выключена" />
      </div>
      <div className="kit-flow">
        <Checkbox label="Без имени" defaultChecked />
        <Checkbox label="С подписью" />
        <Radio name={`kind-${theme}`} label="Канал" defaultChecked />
        <Radio name={`kind-${theme}`} label="Человек" />
        <Segmented
          label="Вид"
          name={`view-${theme}`}
          defaultValue="cards"
          segments={[
            { value: 'cards', label: 'Карточки', icon: 'grid' },
            { value: 'table', label: 'Таблица', icon: 'rows' },
          ]}
        />
      </div>
      <div className="kit-flow">
        <Chip name="цена">
          до <Amount value="5000" asset="stars" />
        </Chip>
        <ToggleChip pressed>@kanal</ToggleChip>
        <AddChip>фильтр</AddChip>
      </div>
      <nav className="tabs mt-3" aria-label={`Вкладки ${theme}`}>
        <a className="tab" href="#all" aria-current="page">
          Все <b>6</b>
        </a>
        <a className="tab" href="#buy">
          Купим <b>1</b>
        </a>
        <a className="tab" href="#no">
          Мешает правило <b>2</b>
        </a>
      </nav>
    </>
  );
}

export function Marks() {
  return (
    <>
      <div className="kit-flow kit-flow-tight">
        <Verdict tone="ok">купим 2 → @kanal</Verdict>
        <Verdict tone="ok">куплено 3 → @masha_v</Verdict>
        <Verdict tone="warn" glyph="limit">
          тираж больше вашего предела
        </Verdict>
        <Verdict tone="warn" glyph="premium">
          нужен Premium
        </Verdict>
        <Verdict tone="warn" glyph="clock">
          пауза Telegram 4 мин
        </Verdict>
        <Verdict tone="bad">
          не хватило <Num value={17600} /> звёзд
        </Verdict>
        <Verdict tone="quiet" glyph="auction">
          только аукцион
        </Verdict>
        <Verdict tone="quiet" glyph="sold-out">
          распродан за 15 с
        </Verdict>
        <Verdict tone="quiet" glyph="lock">
          закрыт до 21:00
        </Verdict>
      </div>
      <p className="kit-flow">
        <LiveMark delayMs={41} />
        <LiveMark retryInSeconds={4} />
      </p>
    </>
  );
}
