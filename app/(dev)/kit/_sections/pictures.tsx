import { BarChart } from '../../../_ui/charts/bar-chart.tsx';
import { LineChart } from '../../../_ui/charts/line-chart.tsx';
import { Sparkline } from '../../../_ui/charts/sparkline.tsx';
import { GiftThumb } from '../../../_ui/drawings/gift-thumb.tsx';
import { Icon } from '../../../_ui/drawings/icon.tsx';
import { dotPaths, type IconName, iconPaths } from '../../../_ui/drawings/icon-paths.ts';

export function Navigation() {
  const rail = [
    ['home', 'Обзор', ''],
    ['gift', 'Подарки', '6'],
    ['target', 'Цели', '3'],
    ['report', 'Отчёты', ''],
  ] as const;
  return (
    <div className="kit-pair">
      <div className="nav kit-rail">
        {rail.map(([icon, name, count]) => (
          <a key={icon} className="nav-link" href={`#${icon}`} aria-current={icon === 'gift' ? 'page' : undefined}>
            <Icon name={icon} />
            {name}
            {count && <b>{count}</b>}
          </a>
        ))}
      </div>
      <div className="kit-bar">
        <div className="bottom-bar">
          {[...rail, ['menu', 'Ещё', ''] as const].map(([icon, name]) => (
            <a key={icon} className="bottom-link" href={`#${icon}`} aria-current={icon === 'gift' ? 'page' : undefined}>
              <Icon name={icon} />
              <span>{name}</span>
            </a>
          ))}
        </div>
      </div>
    </div>
  );
}

const days = ['8', '9', '10', '11', '12', '13', '14 авг'];

export function Charts() {
  return (
    <div className="kit-pair">
      <LineChart
        title="Проверки в день"
        corner="День"
        labels={days}
        series={[
          { name: '@kanal', values: [12, 18, 14, 22, 31, 27, 38] },
          { name: '@olga.nails', values: [6, 9, 12, 10, 15, 19, 17] },
          { name: '@masha_v', values: [20, 17, 15, 16, 12, 13, 9] },
        ]}
      />
      <BarChart
        gold
        title="Звёзды по дропам"
        note="штрих — учебные"
        corner="Дроп"
        column="Звёзды"
        bars={[
          { label: '№ 9', value: 4200, hatched: true },
          { label: '№ 10', value: 1800, hatched: true },
          { label: '№ 11', value: 12_300, hatched: true },
          { label: '№ 12', value: 2600, hatched: true },
          { label: '19:00', value: 450 },
          { label: '21:00', value: 10_000 },
        ]}
      />
      <p className="text-13 text-muted">
        Искра: <Sparkline values={[4, 6, 5, 9, 12, 11, 15]} label="Растёт с 4 до 15" />
      </p>
    </div>
  );
}

const art = [
  ['lighthouse', '#3D7DB8'],
  ['goose', '#8DA84A'],
  ['samovar', '#C77B2B'],
  ['whale', '#2F9FC0'],
  ['mitten', '#B65C8E'],
  ['mushroom', '#6FA06A'],
] as const;

export function Pictures() {
  const names = [...Object.keys(iconPaths), ...Object.keys(dotPaths)] as IconName[];
  return (
    <>
      <div className="kit-flow kit-flow-tight">
        {art.map(([name, hue]) => (
          <GiftThumb key={name} art={name} hue={hue} large />
        ))}
      </div>
      <div className="kit-icons">
        {names.map((name) => (
          <span key={name} title={name}>
            <Icon name={name} />
          </span>
        ))}
      </div>
    </>
  );
}
