import type { Asset } from '#/server/lib/money.ts';

/**
 * Words of this room.
 * - asset: stars, tokens, checks, points, kopecks; amounts of two assets never meet.
 * - account: where an amount of one asset is. Each owner has a `wallet` (free) and a `held` one (set aside), the house
 *   has `system` ones: the counterpart of everything that comes from outside or goes there. Only those may be negative.
 * - command: one effect that somebody asks for, named by its natural key (`stars:<charge id>`, `check:<id>`). The same
 *   key and content is the same effect, however often and by whomever it is told.
 * - transaction: a command that was applied: entries that sum to 0 in each asset, never changed afterwards.
 * - hold: an amount set aside for something not yet certain, named by its key; captured, released or expired.
 */
export type AccountKind = 'wallet' | 'held' | 'system';
export interface AccountRef {
  readonly owner: string;
  readonly kind: AccountKind;
}
/** What a movement may name. `held` is moved by holds alone. */
export interface OpenAccount extends AccountRef {
  readonly kind: 'wallet' | 'system';
}
export const walletOf = (owner: string): OpenAccount => ({ owner, kind: 'wallet' });
/** A counterpart of the house: `house('stars-sale')`. Name them finely: all posts of one counterpart queue up behind it. */
export const house = (name: string): OpenAccount => ({ owner: `system:${name}`, kind: 'system' });
/**
 * An owner's debt, where something that already happened outside must be booked although the wallet does not cover it
 * (stars spent by hand that were held for a plan). May be negative; settle it from the wallet when there is enough.
 */
export const debtOf = (owner: string): OpenAccount => ({ owner, kind: 'system' });

export interface Movement {
  readonly from: OpenAccount;
  readonly to: OpenAccount;
  readonly asset: Asset;
  readonly amount: bigint;
}

export const holdStates = ['held', 'captured', 'voided', 'expired'] as const;
export type HoldState = (typeof holdStates)[number];
export const nextHoldStates = {
  held: ['captured', 'voided', 'expired'],
  captured: [],
  voided: [],
  expired: [],
} as const satisfies Record<HoldState, readonly HoldState[]>;

interface Told {
  /** At most 200 characters. */
  readonly key: string;
  readonly now: Date;
  /** For people; not part of the content. */
  readonly note?: string;
  /** What a statement calls it (`stars.purchase`); holds and reversals have a kind of their own. */
  readonly kind?: string;
}
interface OfHold extends Told {
  /** The key of the hold. */
  readonly hold: string;
}
export type LedgerCommand =
  | (Told & { readonly do: 'post'; readonly kind: string; readonly movements: readonly Movement[] })
  | (Told & HoldInput & { readonly do: 'hold' })
  | (OfHold & CaptureInput & { readonly do: 'capture' })
  | (OfHold & { readonly do: 'release'; readonly amount: bigint | 'rest' })
  | (OfHold & { readonly do: 'expire' })
  | (Told & { readonly do: 'reverse'; readonly of: string });

interface HoldInput {
  readonly owner: string;
  readonly asset: Asset;
  readonly amount: bigint;
  /**
   * From then on `expireHolds` gives it back; until it does, it is still held and can be captured.
   * Null: until somebody captures or voids it.
   */
  readonly expiresAt: Date | null;
}
interface CaptureInput {
  readonly amount: bigint;
  readonly to: OpenAccount;
  /** What is left goes back to the wallet at once, or stays held for the next capture. */
  readonly rest: 'return' | 'keep';
}
type Known = Told & { readonly kind: string; readonly asset: Asset; readonly amount: bigint };

/** Several movements as one effect: all or none. */
export const posting = (input: Told & { kind: string; movements: readonly Movement[] }): LedgerCommand => ({
  do: 'post',
  ...input,
});
/** Something came in from outside: a payment, an accrual, a gift. */
export const credit = ({ owner, from, asset, amount, ...told }: Known & { owner: string; from: OpenAccount }) =>
  posting({ ...told, movements: [{ from, to: walletOf(owner), asset, amount }] });
/** Something went out: a purchase that needs no hold, a write-off. */
export const debit = ({ owner, to, asset, amount, ...told }: Known & { owner: string; to: OpenAccount }) =>
  posting({ ...told, movements: [{ from: walletOf(owner), to, asset, amount }] });
/** From one owner's wallet to another's. */
export const transfer = ({ from, to, asset, amount, ...told }: Known & { from: string; to: string }) =>
  posting({ ...told, movements: [{ from: walletOf(from), to: walletOf(to), asset, amount }] });

export const hold = (input: Told & HoldInput): LedgerCommand => ({ do: 'hold', ...input });
/** Takes `amount` of what is held; the rest returns unless it is kept for a further capture. */
export const capture = ({ rest = 'return', ...input }: OfHold & Omit<CaptureInput, 'rest'> & Partial<CaptureInput>) =>
  ({ do: 'capture', rest, ...input }) satisfies LedgerCommand;
/** Gives a part back; the hold goes on with what is left. */
export const release = (input: OfHold & { amount: bigint }): LedgerCommand => ({ do: 'release', ...input });
/** Gives everything that is left back and ends the hold. */
export const voidHold = (input: OfHold): LedgerCommand => ({ do: 'release', amount: 'rest', ...input });
/**
 * Undoes a transaction by an opposite one, once. What a capture took goes back to the wallet: the hold stays ended.
 * Refused while what came in has been spent.
 */
export const reverse = ({ of, ...told }: Omit<Told, 'key'> & { of: string }): LedgerCommand => ({
  do: 'reverse',
  of,
  key: `reverse:${of}`,
  ...told,
});

/** An applied command, the same for whoever tells it again. */
export interface Posted {
  readonly id: string;
  readonly key: string;
  readonly kind: string;
  readonly note: string;
  readonly at: Date;
  /** In the order of owner, asset and kind of account. */
  readonly entries: readonly PostedEntry[];
}
export interface PostedEntry extends AccountRef {
  readonly asset: Asset;
  readonly amount: bigint;
  readonly balanceAfter: bigint;
  /** The place in its account's history: 1, 2, 3 without gaps. */
  readonly sequence: bigint;
}
