import { Amount, Num } from '../../../_ui/numbers/amount.tsx';

const colours = [
  ['bg', 'фон', 'F6F4EE', '0F1215'],
  ['surface', 'поверхность', 'FFFFFF', '161A1F'],
  ['hairline', 'волосок', 'DDD8CC', '2B333C'],
  ['control', 'граница', '8B8577', '626E7B'],
  ['ink', 'чернила', '17191C', 'ECEAE4'],
  ['muted', 'второй', '565B63', 'A3ABB5'],
  ['faint', 'тихий', '666B73', '8A949F'],
  ['link', 'лазурь', '0B5FC4', '6CB2FF'],
  ['star-fill', 'золото', 'F2B11C', 'F4B740'],
  ['ok', 'да', '12693C', '5CCB8B'],
  ['warn', 'мешает', 'A63F08', 'FF9D5C'],
  ['bad', 'беда', 'B3261E', 'FF7A70'],
] as const;

export function Colours({ theme }: { theme: 'paper' | 'night' }) {
  return (
    <>
      <div className="kit-swatches">
        {colours.map(([token, name, paper, night]) => (
          <div key={token}>
            <i style={{ background: `var(--${token})` }} />
            <p className="text-12">
              <b className="font-medium">{name}</b>
              <br />
              <span className="text-faint">{theme === 'paper' ? paper : night}</span>
            </p>
          </div>
        ))}
      </div>
      <p className="mt-3 text-13 text-muted">
        Чернила действуют. Золото считает звёзды. Лазурь показывает ссылку, фокус и выбор. Зелёный, ржавый, красный —
        только решения, всегда со знаком и словом.
      </p>
    </>
  );
}

export function Type() {
  return (
    <div className="kit-type">
      <p>
        <span>44/48</span>
        <b className="figure">
          <Amount value="15550" asset="stars" />
        </b>
      </p>
      <p>
        <span>28/36</span>
        <b className="text-28 font-medium tracking-[-0.018em]">Дроп 14 августа</b>
      </p>
      <p>
        <span>20/36</span>
        <b className="text-20 font-normal leading-8">
          Покупать до <span className="rule-word">2 шт.</span>, если цена…
        </b>
      </p>
      <p>
        <span>16/24</span>
        <b className="text-16 font-bold leading-5">Важный гусь</b>
      </p>
      <p>
        <span>14/20</span>
        <b className="font-normal">
          Тираж <Num value={150000} />, предел <Num value={50000} />. Звёзды не списаны.
        </b>
      </p>
      <p>
        <span>13/20</span>
        <b className="text-13 font-normal text-muted">второй план и подписи строк</b>
      </p>
      <p>
        <span>12/16</span>
        <b className="text-12 font-normal text-faint">оси, заголовки столбцов</b>
      </p>
      <p>
        <span>13 mono</span>
        <b className="mono text-13 font-normal">306 мс · 5168103777563050263</b>
      </p>
    </div>
  );
}

export function Spaces() {
  return (
    <>
      <div className="kit-spaces">
        {[4, 8, 12, 16, 24, 40, 64].map((size) => (
          <span key={size}>
            <i style={{ width: size, height: size }} />
            <em>{size}</em>
          </span>
        ))}
      </div>
      <div className="kit-radii">
        <div className="kit-outer">
          <div>12 − 4 = 8</div>
        </div>
        <div className="rounded-4">4</div>
        <div className="rounded-8">8</div>
        <div className="rounded-12">12</div>
      </div>
    </>
  );
}
