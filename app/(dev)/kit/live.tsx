'use client';
import { useEffect, useState } from 'react';
import { Button } from '../../_ui/kit/button.tsx';
import { Combobox } from '../../_ui/kit/combobox.tsx';
import { ConfirmDialog } from '../../_ui/kit/confirm-dialog.tsx';
import { CodeBlock, CopyField } from '../../_ui/kit/copy.tsx';
import { Dialog } from '../../_ui/kit/dialog.tsx';
import { Facts } from '../../_ui/kit/facts.tsx';
import { Input, Textarea } from '../../_ui/kit/input.tsx';
import { Menu } from '../../_ui/kit/menu.tsx';
import { Legend, Meter, Progress } from '../../_ui/kit/meter.tsx';
import { PasswordInput } from '../../_ui/kit/password-input.tsx';
import { SectionHead } from '../../_ui/kit/plate.tsx';
import { Select } from '../../_ui/kit/select.tsx';
import { Stat, StatRow } from '../../_ui/kit/stat.tsx';
import { ErrorState, LoadingRows } from '../../_ui/kit/states.tsx';
import { Steps } from '../../_ui/kit/steps.tsx';
import { showToast } from '../../_ui/kit/toast.ts';
import { Tooltip } from '../../_ui/kit/tooltip.tsx';
import { Amount } from '../../_ui/numbers/amount.tsx';
import { Countdown } from '../../_ui/numbers/countdown.tsx';
import { Moment } from '../../_ui/numbers/moment.tsx';
import { TimeAgo } from '../../_ui/numbers/time-ago.tsx';
import { useServerNow } from '../../_ui/numbers/use-server-now.ts';
import { PaletteOverlays } from '../../_ui/palette/overlays.tsx';
import { openPalette } from '../../_ui/palette/store.ts';
import { usePaletteItems } from '../../_ui/palette/use-palette-items.ts';
import { ThemePicker } from '../../_ui/theme/theme-picker.tsx';
import { LiveTable } from './live-table.tsx';
import { paletteSamples } from './samples.ts';

/** What moves: dialogs, toasts, menus, the palette over 10 000 things, a table with its state in the address. */
export function Live() {
  usePaletteItems(paletteSamples);
  const [isAlive, setAlive] = useState(false);
  useEffect(() => setAlive(true), []);
  return (
    <div className="kit-live" data-alive={isAlive}>
      <SectionHead title="Живое" meta="следует выбранной теме" />
      <div className="kit-flow mb-6">
        <Overlays />
        <ThemePicker value="system" />
        <Tooltip text="Подсказка к кнопке">
          <Button>Подсказка</Button>
        </Tooltip>
        <Times />
      </div>
      <Forms />
      <Panels />
      <SectionHead title="Список" meta="порядок и фильтры в адресе" />
      <LiveTable />
      <PaletteOverlays />
    </div>
  );
}

function Overlays() {
  const [open, setOpen] = useState<'dialog' | 'sheet' | 'confirm' | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      <Button onClick={() => setOpen('dialog')}>Диалог</Button>
      <Button onClick={() => setOpen('sheet')}>Лист</Button>
      <Button tone="danger" onClick={() => setOpen('confirm')}>
        Удалить цель
      </Button>
      <Button
        onClick={() =>
          showToast({ text: 'Правило 2 выключено', undo: () => showToast({ text: 'Правило снова включено' }) })
        }
      >
        Тост с отменой
      </Button>
      <Button onClick={openPalette}>Палитра</Button>
      <Menu
        className="button button-secondary"
        entries={[
          { kind: 'action', label: 'Изменить', icon: 'edit', onPress: () => showToast({ text: 'Изменить' }) },
          { kind: 'link', label: 'К началу', icon: 'home', href: '/' },
          { kind: 'rule' },
          { kind: 'action', label: 'Удалить', icon: 'trash', danger: true, onPress: () => setOpen('confirm') },
        ]}
      >
        Меню
      </Menu>
      <Dialog
        open={open === 'dialog'}
        onClose={close}
        title="Не купили"
        description="Тираж 120 000 больше вашего предела 50 000. Звёзды не списаны."
        footer={
          <Button tone="primary" onClick={close}>
            Изменить правило
          </Button>
        }
      />
      <Dialog open={open === 'sheet'} onClose={close} title="Правило 2" shape="sheet">
        <Input label="Цена до" defaultValue="5 000" />
      </Dialog>
      <ConfirmDialog
        open={open === 'confirm'}
        onClose={close}
        title="Удалить цель @kanal"
        description="Правило 1 перестанет покупать. Отменить нельзя. Купленные 2 подарка останутся в канале."
        action="Удалить цель"
        word="kanal"
        onConfirm={() => showToast({ text: 'Цель удалена' })}
      />
    </>
  );
}

function Times() {
  const now = useServerNow(60_000);
  const [start] = useState(now);
  return (
    <span className="text-13 text-muted">
      <TimeAgo at={new Date(start.getTime() - 300_000)} /> · <Moment at={start} /> · замок{' '}
      <Countdown until={new Date(start.getTime() + 5_622_000)} />
    </span>
  );
}

function Forms() {
  const [zone, setZone] = useState<string | null>('Europe/Moscow');
  return (
    <div className="kit-pair mb-6">
      <PasswordInput label="Пароль" autoComplete="new-password" hint="От 10 знаков" />
      <Select
        label="Ресурс"
        options={[
          { value: 'stars', label: 'Звёзды' },
          { value: 'checks', label: 'Проверки' },
        ]}
      />
      <Combobox
        label="Часовой пояс"
        value={zone}
        onValue={setZone}
        options={['Europe/Moscow', 'Europe/Samara', 'Asia/Yekaterinburg', 'Asia/Omsk'].map((value) => ({
          value,
          label: value,
        }))}
      />
      <Textarea label="Заметка" placeholder="Что запомнить" />
      <CopyField label="Ключ API" value="sd_4f9a…" />
      <CodeBlock label="Команда" code="npm start" />
    </div>
  );
}

function Panels() {
  return (
    <div className="mb-6 grid gap-4">
      <StatRow>
        <Stat
          label="Звёзды на счетах"
          figure={<Amount value="15550" asset="stars" />}
          note={
            <Legend
              items={[
                { kind: 'reserve', label: 'в резерве 10 000' },
                { kind: 'gold', label: 'свободно 5 550' },
              ]}
            />
          }
        >
          <Meter
            label="в резерве 10 000, свободно 5 550"
            parts={[
              { kind: 'reserve', share: 0.643 },
              { kind: 'gold', share: 0.357 },
            ]}
          />
        </Stat>
        <Stat label="Баланс" figure={<Amount value="124050" asset="kopecks" />}>
          <Facts
            facts={[
              { name: 'Проверки', value: <Amount value="36" asset="checks" /> },
              { name: 'Баллы', value: <Amount value="3960" asset="points" /> },
            ]}
          />
        </Stat>
        <Stat label="Задача" aside={<span className="mono">62 %</span>} figure="62 %" note="читаем подписчиков">
          <Progress value={0.62} label="Проверка @olga.nails" />
        </Stat>
      </StatRow>
      <Steps
        steps={[
          { key: 'one', title: 'Аккаунт подключён', done: true },
          {
            key: 'two',
            title: 'Разрешите боту писать вам',
            note: 'Пришлём «куплено» и «не купили, потому что»',
            done: false,
            action: <Button size="small">Открыть бота</Button>,
          },
          { key: 'three', title: 'Правило написано', done: false },
        ]}
      />
      <LoadingRows rows={3} />
      <ErrorState onRetry={() => showToast({ text: 'Повторили' })}>
        База данных не отвечает. Ничего не потеряно; повторите через несколько секунд.
      </ErrorState>
    </div>
  );
}
