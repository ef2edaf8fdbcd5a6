import { expect, it } from 'vitest';
import { connectTo, testDatabase } from '#/tests/support/database.ts';
import { capture, credit, hold, house, reverse } from './model.ts';
import { reconcile } from './reconcile/data.ts';
import type { Proof } from './reconcile/model.ts';
import { postAllAlone } from './service.ts';

const { deps, url } = await testDatabase();
const now = new Date('2026-11-20T10:00:00.000Z');
await postAllAlone(deps, [
  credit({ key: 'in', kind: 'in', owner: 'anna', from: house('in'), asset: 'stars', amount: 100n, now }),
  hold({ key: 'h', owner: 'anna', asset: 'stars', amount: 60n, expiresAt: null, now }),
  capture({ hold: 'h', key: 'h:1', amount: 20n, to: house('out'), rest: 'keep', now }),
  credit({ key: 'in-2', kind: 'in', owner: 'anna', from: house('in'), asset: 'stars', amount: 5n, now }),
]);
await postAllAlone(deps, [reverse({ of: 'in-2', now })]);

it.each([
  "UPDATE ledger_transactions SET note = 'changed' WHERE key = 'in'",
  'UPDATE ledger_entries SET amount = amount + 1 WHERE sequence = 1',
  "DELETE FROM ledger_transactions WHERE key = 'in'",
  'DELETE FROM ledger_entries',
  'TRUNCATE ledger_entries',
  'TRUNCATE ledger_transactions CASCADE',
])('refuses %s', async (statement) => {
  await expect(deps.pool.query(statement)).rejects.toThrow('are history');
});

it('refuses a transaction that does not sum to zero when it commits, whoever wrote it', async () => {
  const client = await connectTo(url);
  await client.query('BEGIN');
  await client.query(`INSERT INTO ledger_transactions (id, key, content_hash, kind, created_at)
    VALUES ('00000000-0000-7000-8000-000000000001', 'by-hand', '', 'by-hand', now())`);
  await client.query(`INSERT INTO ledger_entries (transaction_id, account_id, sequence, amount, balance_after)
    SELECT '00000000-0000-7000-8000-000000000001', id, 99, 5, 5 FROM ledger_accounts LIMIT 1`);
  await expect(client.query('COMMIT')).rejects.toThrow('does not sum to zero');
  await client.end();
});

it('refuses a wallet below zero and a hold that gave more than it had, whoever writes', async () => {
  await expect(deps.pool.query("UPDATE ledger_accounts SET balance = -1 WHERE kind = 'wallet'")).rejects.toThrow(
    'check',
  );
  await expect(deps.pool.query('UPDATE ledger_holds SET captured = 61')).rejects.toThrow('check');
});

/** What an intruder with the rights of the database's owner could do; each is found and named. */
const tamperings: [Proof, string, Partial<Record<'where' | 'expected' | 'found', unknown>>][] = [
  [
    'balance',
    "UPDATE ledger_accounts SET balance = balance + 7 WHERE owner_id = 'anna' AND kind = 'wallet'",
    { where: 'anna stars wallet', expected: 40n, found: 47n },
  ],
  [
    'sequence',
    'UPDATE ledger_accounts SET last_sequence = 9',
    { where: expect.stringMatching(/wallet|held|system/), found: 9n },
  ],
  ['running_balance', 'UPDATE ledger_entries SET balance_after = 41 WHERE balance_after = 40', { found: 41n }],
  ['below_zero', 'UPDATE ledger_entries SET balance_after = -1 WHERE balance_after = 40', { found: -1n }],
  [
    'unbalanced',
    'UPDATE ledger_entries SET amount = 101 WHERE amount = 100',
    { where: 'in stars', expected: 0n, found: 1n },
  ],
  [
    'empty_transaction',
    "DELETE FROM ledger_entries USING ledger_transactions t WHERE t.id = transaction_id AND t.key = 'in'",
    { where: 'in' },
  ],
  ['held', 'UPDATE ledger_holds SET released = 1', { where: 'anna stars held', expected: 39n, found: 40n }],
  ['hold', 'UPDATE ledger_holds SET captured = 21', { where: 'h', expected: 40n, found: 39n }],
  [
    'reversal',
    "UPDATE ledger_entries e SET amount = amount * 2 FROM ledger_transactions t WHERE t.id = e.transaction_id AND t.key = 'reverse:in-2'",
    { where: 'reverse:in-2 anna stars', found: -5n },
  ],
];
it.each(tamperings)('finds a %s that does not agree with the journal', async (proof, statement, difference) => {
  expect(await reconcile(deps)).toMatchObject({
    differenceCount: 0,
    accounts: 4n,
    transactions: 5n,
    entries: 10n,
    holds: 1n,
  });
  await tamper(statement);
  const { differences, differenceCount } = await reconcile(deps);
  expect(differences).toContainEqual(expect.objectContaining({ proof, ...difference }));
  expect(differenceCount).toBe(differences.length);
  await restore();
});

/** Past every trigger, as only the owner of the tables can; what was there is kept beside. */
const tables = ['ledger_accounts', 'ledger_entries', 'ledger_holds'];
async function tamper(statement: string): Promise<void> {
  await inReplicaRole([...tables.map((table) => `CREATE TABLE kept_${table} AS SELECT * FROM ${table}`), statement]);
}
async function restore(): Promise<void> {
  await inReplicaRole([
    ...tables.toReversed().map((table) => `DELETE FROM ${table}`),
    ...tables.flatMap((table) => [`INSERT INTO ${table} SELECT * FROM kept_${table}`, `DROP TABLE kept_${table}`]),
  ]);
}
async function inReplicaRole(statements: string[]): Promise<void> {
  const client = await connectTo(url);
  await client.query('SET session_replication_role = replica');
  for (const statement of statements) await client.query(statement);
  await client.end();
}
