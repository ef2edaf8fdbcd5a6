import { fail, type Result, succeed } from '#/server/lib/errors.ts';
import {
  type AccountPlace,
  type BookedHold,
  type Change,
  changesOf,
  comparePlaces,
  effectOf,
  net,
  type Original,
  placeKey,
  shortage,
} from '../effects/model.ts';
import type { LedgerErrorCode } from '../errors.ts';
import type { LedgerCommand, Posted, PostedEntry } from '../model.ts';

/**
 * Decides a batch of commands over what was read under lock: pure, so that the rules can be read and tested apart.
 * - books: the state that the commands meet.
 * - draft: a transaction as it will be written.
 */
export interface BookedAccount extends AccountPlace {
  readonly id: string;
  readonly balance: bigint;
  readonly sequence: bigint;
}
export interface Books {
  readonly accounts: ReadonlyMap<string, BookedAccount>;
  /** Keys that are taken, with the digest of their content. */
  readonly taken: ReadonlyMap<string, string>;
  readonly holds: ReadonlyMap<string, BookedHold>;
  readonly originals: ReadonlyMap<string, Original>;
}
/** A command with the id that its transaction (and hold) will have and the digest of its content. */
export interface NamedCommand {
  readonly command: LedgerCommand;
  readonly id: string;
  readonly digest: string;
}
export interface Draft extends Posted {
  readonly digest: string;
  readonly reversesId: string | null;
  readonly holdKey: string | null;
}
export interface Decision {
  readonly drafts: readonly Draft[];
  /** Accounts and holds as they are afterwards, each once. */
  readonly accounts: readonly BookedAccount[];
  readonly newHolds: readonly BookedHold[];
  readonly changedHolds: readonly BookedHold[];
}

/** All or none: the first refusal refuses the batch. Commands see what those before them did. */
export function decide(commands: readonly NamedCommand[], books: Books): Result<Decision, LedgerErrorCode> {
  const accounts = new Map(books.accounts);
  const taken = new Map(books.taken);
  const holds = new Map(books.holds);
  const originals = new Map(books.originals);
  const drafts: Draft[] = [];
  for (const { command, id, digest } of commands) {
    const { key, note = '', now: at } = command;
    const digestBefore = taken.get(key);
    if (digestBefore === digest) continue;
    if (digestBefore !== undefined) return fail('ledger_key_reused', { key });
    const effect = effectOf(command, id, holds, originals);
    if (!effect.ok) return effect;
    const { changes, kind, hold = null, reversesId = null } = effect.value;
    const entries = enter(changes, accounts);
    if (!entries.ok) return entries;
    if (hold) holds.set(hold.key, hold);
    taken.set(key, digest);
    originals.set(key, { id, changes });
    drafts.push({ id, key, kind, note, at, entries: entries.value, digest, reversesId, holdKey: hold?.key ?? null });
  }
  const changedHolds = [...holds.values()].filter((one) => books.holds.get(one.key) !== one);
  return succeed({
    drafts,
    accounts: [...accounts.values()].filter((one) => books.accounts.get(placeKey(one)) !== one),
    newHolds: changedHolds.filter(({ key }) => !books.holds.has(key)),
    changedHolds: changedHolds.filter(({ key }) => books.holds.has(key)),
  });
}

function enter(
  changes: readonly Change[],
  accounts: Map<string, BookedAccount>,
): Result<PostedEntry[], LedgerErrorCode> {
  const entries: PostedEntry[] = [];
  for (const [place, amount] of changes) {
    const account = accounts.get(placeKey(place));
    if (!account) throw new Error(`account ${placeKey(place)} was not locked`);
    const balanceAfter = account.balance + amount;
    // What comes in may do so into any depth: only taking is refused.
    if (amount < 0n && balanceAfter < 0n && place.kind !== 'system') {
      return fail('ledger_insufficient', shortage(place.asset, account.balance, -amount));
    }
    const sequence = account.sequence + 1n;
    accounts.set(placeKey(place), { ...account, balance: balanceAfter, sequence });
    entries.push({ ...place, amount, balanceAfter, sequence });
  }
  return succeed(entries);
}

/**
 * What makes two commands the same effect: who gains and loses how much, and what for. Not when it was asked, nor the
 * note: a repeat comes later and may be worded otherwise.
 */
export function contentOf(command: LedgerCommand): string {
  const kind = command.kind ?? command.do;
  const place = ({ owner, asset, kind }: AccountPlace) => [owner, asset, kind];
  const parts = () => {
    switch (command.do) {
      case 'post':
        return net(command.movements.flatMap(changesOf)).map(([at, amount]) => [...place(at), String(amount)]);
      case 'hold':
        return [command.owner, command.asset, String(command.amount)];
      case 'capture':
        return [command.hold, String(command.amount), command.to.owner, command.to.kind, command.rest];
      case 'release':
        return [command.hold, String(command.amount)];
      case 'expire':
        return [command.hold];
      case 'reverse':
        return [command.of];
    }
  };
  return JSON.stringify([command.do, kind, parts()]);
}

export function inFixedOrder<Entry extends AccountPlace>(entries: readonly Entry[]): Entry[] {
  return [...entries].sort(comparePlaces);
}
