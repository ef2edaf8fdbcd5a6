import { type Tx, transaction } from '#/server/lib/db.ts';
import type { Deps } from '#/server/lib/deps.ts';
import { type Result, succeed } from '#/server/lib/errors.ts';
import { findDueHolds } from './data.ts';
import { changesOf, net } from './effects/model.ts';
import type { LedgerErrorCode } from './errors.ts';
import { applyAll } from './journal/service.ts';
import type { AccountRef, LedgerCommand, Posted } from './model.ts';

/**
 * Applies one command in the caller's transaction: `post(tx, credit({ ... }))`. The caller's own rows and the money
 * move together or not at all. After a refusal nothing was written and the transaction can still be used.
 *
 * Locks stay until the caller's transaction ends: post last, and several effects as one `postAll`, so that the
 * accounts of all of them are locked in one order.
 */
export async function post(tx: Tx, command: LedgerCommand): Promise<Result<Posted, LedgerErrorCode>> {
  const result = await postAll(tx, [command]);
  if (!result.ok) return result;
  const [posted] = result.value;
  if (!posted) throw new Error('a post without an answer');
  return succeed(posted);
}

/** Several commands, all or none; each sees what those before it did. */
export async function postAll(tx: Tx, commands: readonly LedgerCommand[]): Promise<Result<Posted[], LedgerErrorCode>> {
  commands.forEach(refuseNonsense);
  return commands.length === 0 ? succeed([]) : applyAll(tx, commands);
}

/** The same in a transaction of their own. */
export function postAlone({ db }: Pick<Deps, 'db'>, command: LedgerCommand) {
  return transaction(db, (tx) => post(tx, command));
}
export function postAllAlone({ db }: Pick<Deps, 'db'>, commands: readonly LedgerCommand[]) {
  return transaction(db, (tx) => postAll(tx, commands));
}

/**
 * Gives back what was held for longer than was said, at most `limit` holds, and names them. Each room expires its own
 * (`prefix: 'check:'`), in the transaction in which its own rows say so: nobody else knows what a hold was for.
 */
export async function expireHolds(
  tx: Tx,
  { now, prefix, limit = 200 }: { now: Date; prefix: string; limit?: number },
): Promise<Result<string[], LedgerErrorCode>> {
  const due = await findDueHolds(tx, { now, prefix, limit });
  const result = await postAll(
    tx,
    due.map((hold) => ({ do: 'expire', hold, key: `expire:${hold}`, now })),
  );
  return result.ok ? succeed(due) : result;
}

/** A command that cannot mean anything is a bug of its caller, not a refusal. */
function refuseNonsense(command: LedgerCommand): void {
  const { key, kind = 'ok', note = '' } = command;
  if (key.length < 1 || key.length > 220) throw new RangeError(`a key of ${key.length} characters`);
  if (kind.length < 1 || kind.length > 64 || note.length > 500) throw new RangeError(`kind or note of ${key} too long`);
  const amounts = command.do === 'post' ? command.movements.map(({ amount }) => amount) : [];
  if ('amount' in command && command.amount !== 'rest') amounts.push(command.amount);
  if (amounts.some((amount) => amount <= 0n)) throw new RangeError(`${key}: amounts are above 0`);
  if (command.do === 'reverse' && key !== `reverse:${command.of}`) throw new RangeError(`${key}: see reverse()`);
  if (command.do === 'capture') refuseHeld(key, [command.to]);
  if (command.do !== 'post') return;
  if (command.movements.length < 1 || command.movements.length > 100)
    throw new RangeError(`${key}: 1 to 100 movements`);
  for (const { from, to } of command.movements) {
    if (from.owner === to.owner && from.kind === to.kind) throw new RangeError(`${key}: from an account to itself`);
    refuseHeld(key, [from, to]);
  }
  if (net(command.movements.flatMap(changesOf)).length === 0) throw new RangeError(`${key}: moves nothing in all`);
}
function refuseHeld(key: string, accounts: readonly AccountRef[]): void {
  if (accounts.some(({ kind }) => kind === 'held')) throw new RangeError(`${key}: what is held is moved by holds`);
}
