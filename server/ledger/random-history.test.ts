import fc from 'fast-check';
import { expect, it } from 'vitest';
import { transaction } from '#/server/lib/db.ts';
import { fail } from '#/server/lib/errors.ts';
import { testDatabase } from '#/tests/support/database.ts';
import { apply, expire, plainLedger, type Step } from '#/tests/support/plain-ledger.ts';
import { balanceOf } from './data.ts';
import {
  capture,
  credit,
  debit,
  hold,
  house,
  type LedgerCommand,
  release,
  reverse,
  transfer,
  voidHold,
} from './model.ts';
import { reconcile } from './reconcile/data.ts';
import { expireHolds, postAll, postAlone } from './service.ts';

/**
 * Random histories on a real database beside the plainest model one can think of: numbers in maps, nothing shared
 * with the code under test. Repeats of keys, reuse of keys, batches and rolled-back callers are part of the game.
 */
const { deps } = await testDatabase();
const owners = ['anna', 'boris', 'vera'] as const;
const start = new Date('2026-11-20T10:00:00.000Z').getTime();
const atFirst = 250;
let histories = 0;

/** A wish: which hold, which earlier key it means is settled when the history has come so far. */
interface Wish {
  readonly do: Step['do'] | 'repeat';
  readonly who: number;
  readonly amount: number;
  readonly pick: number;
  readonly keep: boolean;
  readonly lastsMs: number | null;
  readonly reusesKey: boolean;
}
const wish: fc.Arbitrary<Wish> = fc.record({
  do: fc.constantFrom<Wish['do']>(
    ...(['credit', 'debit', 'transfer', 'hold', 'hold', 'hold', 'capture', 'capture', 'capture'] as const),
    ...(['release', 'void', 'reverse', 'reverse', 'repeat', 'repeat'] as const),
  ),
  who: fc.nat(2),
  amount: fc.integer({ min: 1, max: 90 }),
  pick: fc.nat(1000),
  keep: fc.boolean(),
  lastsMs: fc.option(fc.integer({ min: 1, max: 5000 })),
  reusesKey: fc.nat(30).map((one) => one === 0),
});
const laterMs = fc.integer({ min: 0, max: 1000 });
const ends = fc.constantFrom('commit' as const, 'commit' as const, 'commit' as const, 'rollback' as const);
type Round = { wishes: Wish[] | 'expire'; ends: 'commit' | 'rollback'; laterMs: number };
const round: fc.Arbitrary<Round> = fc.record({
  wishes: fc.oneof(
    { weight: 9, arbitrary: fc.array(wish, { minLength: 1, maxLength: 3 }) },
    { weight: 1, arbitrary: fc.constant('expire' as const) },
  ),
  ...{ ends, laterMs },
});
const tally: Record<string, number> = {};
const count = (what: string) => {
  tally[what] = (tally[what] ?? 0) + 1;
};

/** Over what was applied so far, and what the same batch did before. */
function settle(wishes: readonly Wish[], told: readonly Step[]): Step[] {
  const steps: Step[] = [];
  for (const { do: deed, who, amount, pick, keep, lastsMs, reusesKey } of wishes) {
    const all = [...told, ...steps];
    const earlier = all[pick % Math.max(1, all.length)];
    const holds = all.filter((one) => one.do === 'hold');
    const hold = holds.at(-1 - (pick % Math.max(1, Math.min(4, holds.length))))?.key ?? 'none';
    const key = reusesKey && earlier ? earlier.key : `k${++keys}`;
    if (deed === 'repeat') steps.push(earlier ?? { do: 'credit', who, amount, key });
    else if (deed === 'credit' || deed === 'debit') steps.push({ do: deed, who, amount, key });
    else if (deed === 'transfer') steps.push({ do: deed, who, to: (who + 1 + (pick % 2)) % 3, amount, key });
    else if (deed === 'hold') steps.push({ do: deed, who, amount, key, lastsMs });
    else if (deed === 'capture') steps.push({ do: deed, hold, amount: Math.ceil(amount / 3), key, keep });
    else if (deed === 'release') steps.push({ do: deed, hold, amount: Math.ceil(amount / 3), key });
    else if (deed === 'void') steps.push({ do: deed, hold, key });
    else steps.push({ do: deed, of: earlier?.key ?? 'none', key: `reverse:${earlier?.key ?? 'none'}` });
  }
  return steps;
}
let keys = 0;

it('keeps the books as a model of plain numbers does, over random histories', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(round, { minLength: 10, maxLength: 50 }), async (rounds) => {
      const name = `h${++histories}`;
      let model = plainLedger(atFirst);
      let told: Step[] = [];
      let nowMs = start;
      for (const owner of owners) await postAlone(deps, firstMoney(name, owner));
      for (const { wishes, ends, laterMs } of rounds) {
        nowMs += laterMs;
        const now = new Date(nowMs);
        if (wishes === 'expire') {
          const expired = await transaction(deps.db, (tx) => expireHolds(tx, { now, prefix: `${name}:` }));
          const due = expire(model, nowMs).map((key) => `${name}:${key}`);
          expect(new Set(expired.ok ? expired.value : [expired.failure.code])).toEqual(new Set(due));
          for (const _ of due) count('expired');
          continue;
        }
        const steps = settle(wishes, told);
        const after = structuredClone(model);
        const expected = steps.every((step) => apply(after, step, nowMs));
        const result = await transaction(deps.db, async (tx) => {
          const posted = await postAll(tx, commandsOf(steps, name, now));
          return posted.ok && ends === 'rollback' ? fail('conflict') : posted;
        });
        const seen = JSON.stringify({ steps, failure: result.ok ? null : result.failure });
        expect(result.ok, seen).toBe(expected && ends === 'commit');
        for (const one of steps) count(result.ok ? one.do : result.failure.code);
        if (result.ok) [model, told] = [after, [...told, ...steps]];
        for (const [index, owner] of owners.entries()) {
          const { free, held } = await balanceOf(deps.db, `${name}:${owner}`, 'stars');
          expect([free, held], seen).toEqual([BigInt(model.free[index] ?? 0), BigInt(model.held[index] ?? 0)]);
        }
      }
      expect(await reconcile(deps)).toMatchObject({ differenceCount: 0 });
    }),
    { numRuns: 30, seed: 20_261_120 },
  );
  // A history in which everything is refused proves nothing: each deed and each refusal happened.
  for (const deed of ['credit', 'debit', 'transfer', 'hold', 'capture', 'release', 'void', 'reverse', 'expired']) {
    expect(tally[deed], deed).toBeGreaterThan(10);
  }
  for (const code of [
    'insufficient',
    'key_reused',
    'hold_ended',
    'hold_exceeded',
    'nothing_to_reverse',
    'hold_unknown',
  ]) {
    expect(tally[`ledger_${code}`], code).toBeGreaterThan(0);
  }
}, 120_000);

it('stays exact where random histories run at once on the same three people', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(wish, { minLength: 1, maxLength: 3 }), { minLength: 20, maxLength: 60 }),
      async (all) => {
        const name = `c${++histories}`;
        for (const owner of owners) await postAlone(deps, firstMoney(name, owner));
        const told: Step[] = [];
        // Whatever order they find, each is applied whole or refused, and nobody throws.
        const running = all.map((wishes) => {
          const steps = settle(wishes, told);
          told.push(...steps);
          return transaction(deps.db, (tx) => postAll(tx, commandsOf(steps, name, new Date(start))));
        });
        for (const result of await Promise.all(running)) count(result.ok ? 'at once: applied' : 'at once: refused');
        expect(await reconcile(deps)).toMatchObject({ differenceCount: 0 });
      },
    ),
    { numRuns: 15, seed: 20_261_121, endOnFailure: true },
  );
  expect(tally['at once: applied']).toBeGreaterThan(100);
}, 120_000);

const firstMoney = (name: string, owner: string) =>
  credit({
    ...{ key: `${name}:in:${owner}`, kind: 'in', owner: `${name}:${owner}`, from: house('in') },
    ...{ asset: 'stars', amount: BigInt(atFirst), now: new Date(start) },
  });
const commandsOf = (steps: readonly Step[], name: string, now: Date) => steps.map((one) => commandOf(one, name, now));

function commandOf(step: Step, name: string, now: Date): LedgerCommand {
  const owner = (index: number) => `${name}:${owners[index]}`;
  const named = (key: string): string =>
    key.startsWith('reverse:') ? `reverse:${named(key.slice('reverse:'.length))}` : `${name}:${key}`;
  const told = (key: string) => ({ key: named(key), now, asset: 'stars' as const });
  switch (step.do) {
    case 'credit':
      return credit({
        ...told(step.key),
        kind: 'in',
        owner: owner(step.who),
        from: house('in'),
        amount: BigInt(step.amount),
      });
    case 'debit':
      return debit({
        ...told(step.key),
        kind: 'out',
        owner: owner(step.who),
        to: house('out'),
        amount: BigInt(step.amount),
      });
    case 'transfer': {
      const { to } = step;
      return transfer({
        ...told(step.key),
        kind: 'pass',
        from: owner(step.who),
        to: owner(to),
        amount: BigInt(step.amount),
      });
    }
    case 'hold': {
      const expiresAt = step.lastsMs === null ? null : new Date(now.getTime() + step.lastsMs);
      return hold({ ...told(step.key), owner: owner(step.who), amount: BigInt(step.amount), expiresAt });
    }
    case 'capture': {
      const rest = step.keep ? 'keep' : 'return';
      return capture({
        ...told(step.key),
        hold: named(step.hold),
        amount: BigInt(step.amount),
        to: house('out'),
        rest,
      });
    }
    case 'release':
      return release({ ...told(step.key), hold: named(step.hold), amount: BigInt(step.amount) });
    case 'void':
      return voidHold({ ...told(step.key), hold: named(step.hold) });
    case 'reverse':
      return reverse({ of: named(step.of), now });
  }
}
