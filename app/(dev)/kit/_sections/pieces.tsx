import { GiftThumb } from '../../../_ui/drawings/gift-thumb.tsx';
import { Button } from '../../../_ui/kit/button.tsx';
import { Receipt, ReceiptLine } from '../../../_ui/kit/receipt.tsx';
import { StageStrip } from '../../../_ui/kit/stage-strip.tsx';
import { EmptyState } from '../../../_ui/kit/states.tsx';
import { Verdict } from '../../../_ui/kit/verdict.tsx';
import { Amount, Num } from '../../../_ui/numbers/amount.tsx';
import { quickStages } from './gauges.tsx';

export function Empties() {
  return (
    <div className="kit-three">
      <EmptyState drawing="desk" title="Подарков пока нет" action={<Button tone="primary">Подключить</Button>}>
        Подключите аккаунт, и здесь появится всё, что продаёт Telegram.
      </EmptyState>
      <EmptyState drawing="printer" title="Отчётов нет" action={<Button tone="primary">Пробный дроп</Button>}>
        Первый напечатается после покупки. Можно учебной.
      </EmptyState>
      <EmptyState drawing="key" title="Ни одного аккаунта" action={<Button tone="primary">Добавить</Button>}>
        Ключ сеанса хранится шифрованным на вашем сервере.
      </EmptyState>
      <EmptyState drawing="broken" title="Страница сломалась" action={<Button>Повторить</Button>}>
        Ошибка у нас, и мы её записали. Звёзды и данные не тронуты.
      </EmptyState>
      <EmptyState drawing="nothing-found" title="Ничего не нашлось" action={<Button>Сбросить фильтры</Button>}>
        Под эти условия ничего не подходит.
      </EmptyState>
    </div>
  );
}

export function Rules() {
  return (
    <div className="plate plate-padded">
      <p className="rule-sentence">
        Покупать до{' '}
        <button type="button" className="rule-word">
          2 шт.
        </button>{' '}
        каждого подарка, если цена{' '}
        <button type="button" className="rule-word">
          до <Amount value="5000" asset="stars" />
        </button>{' '}
        и тираж{' '}
        <button type="button" className="rule-word is-edited">
          не больше <Num value={50000} />
        </button>
        .
      </p>
      <p className="mt-2 text-13 text-muted">Пунктир — можно менять, лазурь — меняется сейчас.</p>
    </div>
  );
}

export function Receipts() {
  return (
    <Receipt
      compact
      stub={<ReceiptLine label="Осталось на «Основном»" value={<Amount value="2400" asset="stars" />} />}
    >
      <ReceiptLine
        label={<span className="font-medium">Важный гусь × 2</span>}
        value={<Amount value="10000" asset="stars" />}
      />
      <p className="text-13 text-muted">21:00:00 → @kanal · с «Основного»</p>
      <div className="mt-2">
        <StageStrip stages={quickStages} names={false} />
      </div>
    </Receipt>
  );
}

export function Timelines() {
  return (
    <div className="plate timeline">
      <div className="timeline-name">
        <GiftThumb art="lighthouse" hue="#3D7DB8" />
        <span className="font-medium">Маяк</span>
      </div>
      <div className="timeline-track">
        <svg className="timeline-curve" style={{ left: '10%', width: 6 }} viewBox="0 0 6 20" aria-hidden="true">
          <path d="M0 20V0L2.5 20z" fill="var(--text)" />
        </svg>
        <i className="timeline-now" style={{ left: '40%' }} />
      </div>
      <div className="timeline-verdict">
        <Verdict tone="quiet" glyph="sold-out">
          распродан за 15 с
        </Verdict>
      </div>
      <div className="timeline-name">
        <GiftThumb art="goose" hue="#8DA84A" />
        <span className="font-medium">Важный гусь</span>
      </div>
      <div className="timeline-track">
        <span className="timeline-lock" style={{ left: '10%', width: '80%' }} />
        <i className="notch" style={{ left: '90%' }} />
        <i className="timeline-now" style={{ left: '40%' }} />
      </div>
      <div className="timeline-verdict">
        <Verdict tone="ok">купим 2 → @kanal</Verdict>
      </div>
      <div className="timeline-name">
        <GiftThumb art="samovar" hue="#C77B2B" />
        <span className="font-medium">Самовар</span>
      </div>
      <div className="timeline-track">
        <svg
          className="timeline-curve"
          style={{ left: '10%', width: '30%' }}
          viewBox="0 0 100 20"
          preserveAspectRatio="none"
          aria-hidden="true"
        >
          <path d="M0 20V0L20 3L50 5L100 7V20Z" fill="var(--text)" opacity=".16" />
          <path
            d="M0 0L20 3L50 5L100 7"
            fill="none"
            stroke="var(--text)"
            strokeWidth="1.5"
            vectorEffect="non-scaling-stroke"
          />
        </svg>
        <i className="timeline-now" style={{ left: '40%' }} />
      </div>
      <div className="timeline-verdict">
        <Verdict tone="warn" glyph="premium">
          нужен Premium
        </Verdict>
      </div>
    </div>
  );
}
