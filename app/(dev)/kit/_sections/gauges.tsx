import { Meter } from '../../../_ui/kit/meter.tsx';
import { Ruler } from '../../../_ui/kit/ruler.tsx';
import { type Stage, StageStrip } from '../../../_ui/kit/stage-strip.tsx';
import { SupplyBar } from '../../../_ui/kit/supply-bar.tsx';
import { Num } from '../../../_ui/numbers/amount.tsx';

const gifts = [
  { name: 'Важный гусь', supply: 20_000, left: 20_000, limit: 50_000 },
  { name: 'Кит', supply: 150_000, left: 88_412, limit: 50_000 },
  { name: 'Маяк', supply: 5_000, left: 0, limit: 10_000 },
  { name: 'Мухомор', supply: 500_000, left: 331_906, limit: null },
];

export function Supplies() {
  return (
    <div className="kit-pair">
      {gifts.map((gift) => (
        <div key={gift.name}>
          <div className="caption-row">
            <span>{gift.name}</span>
            <span>
              <Num value={gift.left} /> из <Num value={gift.supply} />
            </span>
          </div>
          <SupplyBar supply={gift.supply} left={gift.left} limit={gift.limit} />
        </div>
      ))}
    </div>
  );
}

export const quickStages: readonly Stage[] = [
  { name: 'seen', ms: 41, whose: 'theirs' },
  { name: 'decided', ms: 2, whose: 'ours' },
  { name: 'form', ms: 84, whose: 'theirs' },
  { name: 'sent', ms: 6, whose: 'ours' },
  { name: 'confirmed', ms: 173, whose: 'theirs' },
];
const slowStages: readonly Stage[] = [
  { name: 'seen', ms: 58, whose: 'theirs' },
  { name: 'decided', ms: 3, whose: 'ours' },
  { name: 'form', ms: 118, whose: 'theirs' },
  { name: 'sent', ms: 7, whose: 'ours' },
  { name: 'confirmed', ms: 412, whose: 'theirs', slow: true },
];

export function Gauges() {
  return (
    <>
      <div className="plate plate-padded grid gap-4">
        <StageStrip stages={quickStages} />
        <StageStrip stages={slowStages} />
      </div>
      <div className="mt-5">
        <Ruler passed={0.219} label="Прошло 22 % времени до 21:00" />
      </div>
      <div className="caption-row text-12">
        <span>19:00</span>
        <span>замок до 21:00</span>
      </div>
      <div className="mt-3">
        <Meter
          label="в резерве 10 000, свободно 5 550"
          parts={[
            { kind: 'reserve', share: 0.643 },
            { kind: 'gold', share: 0.357 },
          ]}
        />
      </div>
      <div className="caption-row text-12">
        <span>
          в резерве <Num value={10000} />
        </span>
        <span>
          свободно <Num value={5550} />
        </span>
      </div>
    </>
  );
}
