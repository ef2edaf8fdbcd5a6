import { createHash } from 'node:crypto';
import { type Tx, WriteConflict } from '#/server/lib/db.ts';
import { fail, type Result, succeed } from '#/server/lib/errors.ts';
import { uuidV7 } from '#/server/lib/uuid.ts';
import { placeKey, placesOf } from '../effects/model.ts';
import type { LedgerErrorCode } from '../errors.ts';
import type { LedgerCommand, Posted } from '../model.ts';
import { anyTaken, findOriginals, findPosted, lockHolds, lookAndLock } from './data.ts';
import { type Books, contentOf, type Decision, decide, type NamedCommand } from './model.ts';

/** Somebody took one of our keys between our look and our write: each round sees more of what others committed. */
const mostRounds = 5;

/**
 * Applies a batch in the caller's transaction: lock, decide, write. Two round trips for posts and holds, three where a
 * hold ends or a transaction is reversed, two more for the first post of a new account.
 */
export async function applyAll(tx: Tx, commands: readonly LedgerCommand[]): Promise<Result<Posted[], LedgerErrorCode>> {
  const keys = [...new Set(commands.map(({ key }) => key))];
  const named = commands.map(nameCommand);
  for (let round = 1; round <= mostRounds; round++) {
    const books = await openBooks(tx, commands, keys);
    const decided = decide(named, books);
    if (!decided.ok) {
      // Our look may be older than the locks it waited for: the very effect we were asked for may have emptied the wallet.
      const unseen = keys.filter((key) => !books.taken.has(key));
      if (unseen.length > 0 && (await anyTaken(tx, unseen))) continue;
      return fail(decided.failure.code, decided.failure.params);
    }
    if (await write(tx, decided.value)) return succeed(await answers(tx, commands, decided.value));
  }
  throw new Error(`keys ${keys.join(', ')} are taken and not to be seen`);
}

function nameCommand(command: LedgerCommand): NamedCommand {
  const digest = createHash('sha256').update(contentOf(command)).digest('hex');
  return { command, id: uuidV7(command.now.getTime()), digest };
}

async function openBooks(tx: Tx, commands: readonly LedgerCommand[], keys: readonly string[]): Promise<Books> {
  const holdKeys = commands.flatMap((one) => ('hold' in one ? [one.hold] : []));
  const originalKeys = commands.flatMap((one) => (one.do === 'reverse' ? [one.of] : []));
  const holds: Books['holds'] = holdKeys.length > 0 ? await lockHolds(tx, holdKeys) : new Map();
  const originals: Books['originals'] = originalKeys.length > 0 ? await findOriginals(tx, originalKeys) : new Map();
  const places = placesOf(commands, holds, originals);
  let { accounts, taken } = await lookAndLock(tx, places, keys);
  if (accounts.length < places.length) {
    const now = commands[0]?.now.getTime() ?? 0;
    // In one order for everybody, and before any lock of this batch.
    await tx.$executeRaw`
      INSERT INTO ledger_accounts (id, owner_id, asset, kind)
      SELECT id, o, a::ledger_asset, k::ledger_account_kind
      FROM unnest(${places.map(() => uuidV7(now))}::uuid[], ${places.map(({ owner }) => owner)}::text[],
        ${places.map(({ asset }) => asset)}::text[], ${places.map(({ kind }) => kind)}::text[]) WITH ORDINALITY
        AS w (id, o, a, k, place)
      ORDER BY place ON CONFLICT DO NOTHING`;
    ({ accounts, taken } = await lookAndLock(tx, places, keys));
  }
  return { accounts: new Map(accounts.map((account) => [placeKey(account), account])), taken, holds, originals };
}

/** One statement, so that it is all there or not at all. False: nothing was written, a key had been taken meanwhile. */
async function write(tx: Tx, { drafts, accounts, newHolds, changedHolds }: Decision): Promise<boolean> {
  if (drafts.length === 0) return true;
  const accountIds = new Map(accounts.map((account) => [placeKey(account), account.id]));
  const entries = drafts.flatMap(({ id, entries }) =>
    entries.map((entry) => ({ ...entry, transactionId: id, accountId: accountIds.get(placeKey(entry)) })),
  );
  const [{ posted }] = await tx.$queryRaw<[{ posted: number }]>`/* ledger_write */
    WITH posted AS (
      INSERT INTO ledger_transactions (id, key, content_hash, kind, note, reverses_id, hold_key, created_at)
      SELECT * FROM unnest(${drafts.map(({ id }) => id)}::uuid[], ${drafts.map(({ key }) => key)}::text[],
        ${drafts.map(({ digest }) => digest)}::text[], ${drafts.map(({ kind }) => kind)}::text[],
        ${drafts.map(({ note }) => note)}::text[], ${drafts.map(({ reversesId }) => reversesId)}::uuid[],
        ${drafts.map(({ holdKey }) => holdKey)}::text[], ${drafts.map(({ at }) => at)}::timestamptz[])
      WHERE NOT EXISTS (SELECT FROM ledger_transactions WHERE key = ANY(${drafts.map(({ key }) => key)}::text[]))
      ON CONFLICT DO NOTHING RETURNING id
    ), complete AS (
      SELECT count(*) = ${drafts.length}::int AS yes FROM posted
    ), entered AS (
      INSERT INTO ledger_entries (transaction_id, account_id, sequence, amount, balance_after)
      SELECT * FROM unnest(${entries.map((one) => one.transactionId)}::uuid[],
        ${entries.map((one) => one.accountId)}::uuid[], ${entries.map((one) => one.sequence)}::bigint[],
        ${entries.map((one) => one.amount)}::bigint[], ${entries.map((one) => one.balanceAfter)}::bigint[])
      WHERE (SELECT yes FROM complete)
    ), balanced AS (
      UPDATE ledger_accounts a SET balance = n.balance, last_sequence = n.sequence
      FROM unnest(${accounts.map(({ id }) => id)}::uuid[], ${accounts.map(({ balance }) => balance)}::bigint[],
        ${accounts.map(({ sequence }) => sequence)}::bigint[]) AS n (id, balance, sequence)
      WHERE a.id = n.id AND (SELECT yes FROM complete)
    ), opened AS (
      INSERT INTO ledger_holds (id, key, owner_id, asset, amount, captured, released, state, expires_at, created_at,
        ended_at)
      SELECT id, key, owner, asset::ledger_asset, amount, captured, released, state::ledger_hold_state, expires_at,
        created_at, ended_at
      FROM unnest(${newHolds.map(({ id }) => id)}::uuid[], ${newHolds.map(({ key }) => key)}::text[],
        ${newHolds.map(({ owner }) => owner)}::text[], ${newHolds.map(({ asset }) => asset)}::text[],
        ${newHolds.map(({ amount }) => amount)}::bigint[], ${newHolds.map(({ captured }) => captured)}::bigint[],
        ${newHolds.map(({ released }) => released)}::bigint[], ${newHolds.map(({ state }) => state)}::text[],
        ${newHolds.map(({ expiresAt }) => expiresAt)}::timestamptz[],
        ${newHolds.map(({ createdAt }) => createdAt)}::timestamptz[],
        ${newHolds.map(({ endedAt }) => endedAt)}::timestamptz[])
        AS n (id, key, owner, asset, amount, captured, released, state, expires_at, created_at, ended_at)
      WHERE (SELECT yes FROM complete)
    ), changed AS (
      UPDATE ledger_holds h
      SET captured = n.captured, released = n.released, state = n.state::ledger_hold_state, ended_at = n.ended_at
      FROM unnest(${changedHolds.map(({ id }) => id)}::uuid[],
        ${changedHolds.map(({ captured }) => captured)}::bigint[],
        ${changedHolds.map(({ released }) => released)}::bigint[], ${changedHolds.map(({ state }) => state)}::text[],
        ${changedHolds.map(({ endedAt }) => endedAt)}::timestamptz[]) AS n (id, captured, released, state, ended_at)
      WHERE h.id = n.id AND (SELECT yes FROM complete)
    )
    SELECT count(*)::int AS posted FROM posted`;
  if (posted === drafts.length) return true;
  if (posted === 0) return false;
  // Two batches with one key and other contents met in the same instant: ours is rolled back whole and done anew.
  throw new WriteConflict(
    `only ${posted} of ${drafts.length} keys were free: ${drafts.map(({ key }) => key).join(', ')}`,
  );
}

async function answers(tx: Tx, commands: readonly LedgerCommand[], { drafts }: Decision): Promise<Posted[]> {
  const found = new Map<string, Posted>(
    drafts.map(({ id, key, kind, note, at, entries }) => [key, { id, key, kind, note, at, entries }]),
  );
  const told = commands.flatMap(({ key }) => (found.has(key) ? [] : [key]));
  if (told.length > 0) for (const posted of await findPosted(tx, told)) found.set(posted.key, posted);
  return commands.map(({ key }) => {
    const posted = found.get(key);
    if (!posted) throw new Error(`transaction ${key} was there and is gone`);
    return posted;
  });
}
