/**
 * The plainest ledger one can think of: numbers in maps, nothing shared with the product. Random histories are told to
 * both, and both must say the same.
 */
export type Step =
  | { do: 'credit'; who: number; amount: number; key: string }
  | { do: 'debit'; who: number; amount: number; key: string }
  | { do: 'transfer'; who: number; to: number; amount: number; key: string }
  | { do: 'hold'; who: number; amount: number; key: string; lastsMs: number | null }
  | { do: 'capture'; hold: string; amount: number; key: string; keep: boolean }
  | { do: 'release'; hold: string; amount: number; key: string }
  | { do: 'void'; hold: string; key: string }
  | { do: 'reverse'; of: string; key: string };

export interface PlainLedger {
  free: number[];
  held: number[];
  /** Key -> what it was told with. */
  keys: Record<string, string>;
  holds: Record<string, { who: number; left: number; until: number | null }>;
  /** Key -> what each owner gained by it in all, wallet and held together. */
  gained: Record<string, number[]>;
}
export const plainLedger = (atFirst: number): PlainLedger => ({
  free: [atFirst, atFirst, atFirst],
  held: [0, 0, 0],
  keys: {},
  holds: {},
  gained: {},
});

/** False: refused, the model is then thrown away. */
export function apply(model: PlainLedger, step: Step, nowMs: number): boolean {
  const { key } = step;
  const content = JSON.stringify({ ...step, lastsMs: null });
  if (model.keys[key] !== undefined) return model.keys[key] === content;
  const before = model.free.map((free, index) => free + (model.held[index] ?? 0));
  if (!move(model, step, key, nowMs)) return false;
  if ([...model.free, ...model.held].some((one) => one < 0)) return false;
  model.keys[key] = content;
  model.gained[key] = model.free.map((free, index) => free + (model.held[index] ?? 0) - (before[index] ?? 0));
  return true;
}

function move(model: PlainLedger, step: Step, key: string, nowMs: number): boolean {
  const { free, held, holds } = model;
  const add = (to: number[], index: number, amount: number) => {
    to[index] = (to[index] ?? 0) + amount;
  };
  if (step.do === 'credit') add(free, step.who, step.amount);
  else if (step.do === 'debit') add(free, step.who, -step.amount);
  else if (step.do === 'transfer') {
    add(free, step.who, -step.amount);
    add(free, step.to, step.amount);
  } else if (step.do === 'hold') {
    add(free, step.who, -step.amount);
    add(held, step.who, step.amount);
    holds[key] = { who: step.who, left: step.amount, until: step.lastsMs === null ? null : nowMs + step.lastsMs };
  } else if (step.do === 'reverse') {
    const gained = model.gained[step.of];
    const counted = model.keys[step.of];
    // What only moved between wallet and held is not to be reversed.
    if (!gained || counted === undefined || gained.every((one) => one === 0)) return false;
    for (const [index, one] of gained.entries()) add(free, index, -one);
  } else {
    const hold = holds[step.hold];
    if (!hold || hold.left === 0) return false;
    const asked = step.do === 'void' ? hold.left : step.amount;
    if (asked > hold.left) return false;
    const back = step.do !== 'capture' ? asked : step.keep ? 0 : hold.left - asked;
    const gone = step.do === 'capture' ? asked + back : back;
    hold.left -= gone;
    add(held, hold.who, -gone);
    add(free, hold.who, back);
  }
  return true;
}

export function expire(model: PlainLedger, nowMs: number): string[] {
  const due = Object.entries(model.holds).filter(([, { left, until }]) => left > 0 && until !== null && until <= nowMs);
  for (const [key, hold] of due) {
    model.held[hold.who] = (model.held[hold.who] ?? 0) - hold.left;
    model.free[hold.who] = (model.free[hold.who] ?? 0) + hold.left;
    model.keys[`expire:${key}`] = 'expired';
    hold.left = 0;
  }
  return due.map(([key]) => key);
}
