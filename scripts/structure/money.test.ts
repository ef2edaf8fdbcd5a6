import { expect, it } from 'vitest';
import { ledgerWritesItself } from './money.ts';
import { treeOf } from './source-tree.ts';

it('catches balances written past the ledger, by Prisma or in SQL', () => {
  const tree = treeOf({
    'server/checks/service.ts': 'await tx.ledgerAccount.update({ where })',
    'server/gifts/service.ts': 'x;\nawait tx.ledgerHold .createMany({ data })',
    'server/loyalty/service.ts': `await tx.$executeRaw\`\n  UPDATE "ledger_accounts" SET balance = 0\``,
    'worker/main.ts': `pool.query('delete from ledger_holds')`,
    'scripts/seed.ts': `pool.query('INSERT INTO ledger_entries VALUES (1)')`,
  });
  expect(ledgerWritesItself(tree).map(({ path }) => path)).toHaveLength(5);
});

it('lets the ledger write, everybody read, and tests tamper', () => {
  const tree = treeOf({
    'server/ledger/journal/service.ts': 'tx.$executeRaw`INSERT INTO ledger_entries VALUES (1)`',
    'server/users/data.ts': 'db.ledgerAccount.findMany({}); pool.query("SELECT 1 FROM ledger_accounts FOR UPDATE")',
    'server/ledger/x.test.ts': 'pool.query("UPDATE ledger_accounts SET balance = 1")',
    'server/checks/service.ts': '// UPDATE ledger_accounts would be wrong here',
  });
  expect(ledgerWritesItself(tree)).toEqual([]);
});
