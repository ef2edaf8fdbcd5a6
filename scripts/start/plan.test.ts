import { expect, it } from 'vitest';
import { makePlan } from './plan.ts';

const plan = (mode: 'demo' | 'live', given: Record<string, string> = {}) => makePlan(mode, given, true);
const botToken = '123456789:ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefgh';

it('takes the mode from the command alone and says when somebody set it otherwise', () => {
  expect(plan('demo').environment.DEMO).toBe('1');
  expect(plan('live').environment.DEMO).toBe('0');
  const contradicted = plan('live', { DEMO: '1', BOT_TOKEN: botToken });
  expect(contradicted.environment.DEMO).toBe('0');
  expect(contradicted.contradiction).toBe('1');
  expect(plan('demo', { DEMO: 'true' }).contradiction).toBeNull();
});

it('does not let credentials switch the demo to live, and says that they are left aside', () => {
  const { config, notes } = plan('demo', { BOT_TOKEN: botToken });
  expect(config.mode).toBe('demo');
  expect(config.telegram.botToken).toBeNull();
  expect(notes).toEqual([{ variable: 'BOT_TOKEN', kind: 'ignored_in_demo' }]);
});

it("keeps the owner's address from web and worker, by value and by file", () => {
  const url = 'postgresql://app:p@127.0.0.1/desk';
  const adminUrl = 'postgresql://owner:p@127.0.0.1/desk';
  const { environment, database } = plan('live', { DATABASE_URL: url, DATABASE_ADMIN_URL: adminUrl });
  expect(environment.DATABASE_ADMIN_URL).toBeUndefined();
  expect(JSON.stringify(environment)).not.toContain('owner');
  expect(database).toEqual({ url, adminUrl });
});

it('finds no fault in a missing address of a database: ours has none yet', () => {
  expect(plan('demo').faults).toEqual([]);
  expect(plan('demo').database).toEqual({ url: null, adminUrl: null });
});

it("names every fault at once, the owner's address among them", () => {
  const { faults } = plan('live', { PORT: 'x', LOG_LEVEL: 'loud', DATABASE_ADMIN_URL: 'mysql://a', REGISTRATION: '?' });
  expect(faults.map(({ variable }) => variable).sort()).toEqual([
    'DATABASE_ADMIN_URL',
    'LOG_LEVEL',
    'PORT',
    'REGISTRATION',
  ]);
});
