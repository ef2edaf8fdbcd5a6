import { fail, type Result, succeed } from '#/server/lib/errors.ts';
import { type Asset, fractionDigits } from '#/server/lib/money.ts';
import type { LedgerErrorCode } from '../errors.ts';
import type { AccountRef, HoldState, LedgerCommand, Movement } from '../model.ts';

/**
 * What each command does to accounts and holds, before anybody asks whether there is enough.
 * - place: an account by its names (owner, asset, kind) instead of its id.
 * - change: an amount that a place gains, or loses when negative.
 */
export interface AccountPlace extends AccountRef {
  readonly asset: Asset;
}
export type Change = readonly [AccountPlace, bigint];
export interface BookedHold {
  readonly id: string;
  readonly key: string;
  readonly owner: string;
  readonly asset: Asset;
  readonly amount: bigint;
  readonly captured: bigint;
  readonly released: bigint;
  readonly state: HoldState;
  readonly expiresAt: Date | null;
  readonly createdAt: Date;
  readonly endedAt: Date | null;
}
/** A transaction to be reversed. */
export interface Original {
  readonly id: string;
  readonly changes: readonly Change[];
}
export interface Effect {
  readonly kind: string;
  readonly changes: readonly Change[];
  /** The hold as it is afterwards. */
  readonly hold?: BookedHold;
  readonly reversesId?: string;
}

export function effectOf(
  command: LedgerCommand,
  id: string,
  holds: ReadonlyMap<string, BookedHold>,
  originals: ReadonlyMap<string, Original>,
): Result<Effect, LedgerErrorCode> {
  const kind = command.kind ?? command.do;
  if (command.do === 'post') return succeed({ kind, changes: net(command.movements.flatMap(changesOf)) });
  if (command.do === 'hold') {
    const { key, owner, asset, amount, expiresAt, now: createdAt } = command;
    const opened = { captured: 0n, released: 0n, state: 'held', expiresAt, createdAt, endedAt: null } as const;
    const changes: Change[] = [
      [{ owner, asset, kind: 'wallet' }, -amount],
      [{ owner, asset, kind: 'held' }, amount],
    ];
    return succeed({ kind, changes: net(changes), hold: { id, key, owner, asset, amount, ...opened } });
  }
  if (command.do === 'reverse') {
    const original = originals.get(command.of);
    if (!original) return fail('ledger_transaction_unknown', { key: command.of });
    const changes = oppositeOf(original);
    if (changes.length === 0) return fail('ledger_nothing_to_reverse', { key: command.of });
    return succeed({ kind, changes, reversesId: original.id });
  }
  const hold = holds.get(command.hold);
  if (!hold) return fail('ledger_hold_unknown', { hold: command.hold });
  if (hold.state !== 'held') return fail('ledger_hold_ended', { hold: hold.key, state: hold.state });
  return effectOnHold(command, kind, hold);
}

function effectOnHold(
  command: Extract<LedgerCommand, { do: 'capture' | 'release' | 'expire' }>,
  kind: string,
  hold: BookedHold,
): Result<Effect, LedgerErrorCode> {
  const { owner, asset } = hold;
  const left = hold.amount - hold.captured - hold.released;
  const asked = command.do === 'expire' || command.amount === 'rest' ? left : command.amount;
  if (asked > left) return fail('ledger_hold_exceeded', { hold: hold.key, ...shortage(asset, left, asked) });
  const taking = command.do === 'capture' ? asked : 0n;
  const giving = command.do !== 'capture' ? asked : command.rest === 'keep' ? 0n : left - asked;
  const changes: Change[] = [
    [{ owner, asset, kind: 'held' }, -taking - giving],
    [{ owner, asset, kind: 'wallet' }, giving],
  ];
  if (command.do === 'capture') changes.push([{ ...command.to, asset }, taking]);
  const [captured, released] = [hold.captured + taking, hold.released + giving];
  const goesOn = captured + released < hold.amount;
  // The state says whether anything was taken; how the rest went back stands in the journal.
  const ended: HoldState = captured > 0n ? 'captured' : command.do === 'expire' ? 'expired' : 'voided';
  const end = goesOn ? ({ state: 'held', endedAt: null } as const) : { state: ended, endedAt: command.now };
  return succeed({ kind, changes: net(changes), hold: { ...hold, captured, released, ...end } });
}

/** Every place that the commands may touch; a hold that does not exist touches none. */
export function placesOf(
  commands: readonly LedgerCommand[],
  holds: ReadonlyMap<string, BookedHold>,
  originals: ReadonlyMap<string, Original>,
): AccountPlace[] {
  const opened = new Map(commands.flatMap((one) => (one.do === 'hold' ? [[one.key, one] as const] : [])));
  const places = commands.flatMap((command): AccountPlace[] => {
    if (command.do === 'post') return command.movements.flatMap(changesOf).map(([place]) => place);
    if (command.do === 'reverse') return oppositeOf(originals.get(command.of)).map(([place]) => place);
    const hold = command.do === 'hold' ? command : (holds.get(command.hold) ?? opened.get(command.hold));
    if (!hold) return [];
    const own = (['wallet', 'held'] as const).map((kind) => ({ owner: hold.owner, asset: hold.asset, kind }));
    return command.do === 'capture' ? [...own, { ...command.to, asset: hold.asset }] : own;
  });
  return [...new Map(places.map((place) => [placeKey(place), place])).values()].sort(comparePlaces);
}

/** An ended hold is not opened again: what was taken from it goes back to the wallet. */
function oppositeOf(original: Original | undefined): Change[] {
  return net(
    (original?.changes ?? []).map(([{ owner, asset, kind }, amount]) => [
      { owner, asset, kind: kind === 'held' ? 'wallet' : kind },
      -amount,
    ]),
  );
}

export const changesOf = ({ from, to, asset, amount }: Movement): Change[] => [
  [{ ...from, asset }, -amount],
  [{ ...to, asset }, amount],
];

/** One change a place, in a fixed order; places that end where they were are left out. */
export function net(changes: readonly Change[]): Change[] {
  const sums = new Map<string, Change>();
  for (const [place, amount] of changes) {
    sums.set(placeKey(place), [place, (sums.get(placeKey(place))?.[1] ?? 0n) + amount]);
  }
  return [...sums.values()].filter(([, amount]) => amount !== 0n).sort(([a], [b]) => comparePlaces(a, b));
}

export const placeKey = ({ owner, asset, kind }: AccountPlace): string => `${asset} ${kind} ${owner}`;
export function comparePlaces(a: AccountPlace, b: AccountPlace): number {
  return compare(a.owner, b.owner) || compare(a.asset, b.asset) || compare(a.kind, b.kind);
}
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

export const shortage = (asset: Asset, have: bigint, need: bigint) => ({
  asset,
  have: decimalOf(have, asset),
  need: decimalOf(need, asset),
});

/** "12.50": exact at any size, and a number to every formatter. */
export function decimalOf(amount: bigint, asset: Asset): string {
  const digits = fractionDigits[asset];
  const sign = amount < 0n ? '-' : '';
  const magnitude = (amount < 0n ? -amount : amount).toString().padStart(digits + 1, '0');
  return digits === 0 ? sign + magnitude : `${sign}${magnitude.slice(0, -digits)}.${magnitude.slice(-digits)}`;
}
