import { balanceOf } from '#/server/ledger/data.ts';
import { credit, debit, house } from '#/server/ledger/model.ts';
import { postAlone } from '#/server/ledger/service.ts';
import type { Deps } from '#/server/lib/deps.ts';

export const now = new Date('2026-11-20T10:00:00.000Z');
export const later = new Date('2026-11-20T11:00:00.000Z');

export const topUp = (owner: string, amount: bigint, key = `top-up:${owner}`) =>
  credit({ key, kind: 'stars.top-up', owner, from: house('stars-in'), asset: 'stars', amount, now });
export const spend = (owner: string, amount: bigint, key: string) =>
  debit({ key, kind: 'stars.spent', owner, to: house('stars-out'), asset: 'stars', amount, now });

/** People of a test's own ledger, each with so many stars. */
export function ledgerPeople(deps: Pick<Deps, 'db'>) {
  let people = 0;
  return {
    async someone(stars = 0n): Promise<string> {
      const owner = `person-${++people}`;
      if (stars > 0n) granted(await postAlone(deps, topUp(owner, stars)));
      return owner;
    },
    /** Free and held. */
    async stars(owner: string): Promise<[bigint, bigint]> {
      const { free, held } = await balanceOf(deps.db, owner, 'stars');
      return [free, held];
    },
  };
}

export function granted<Value>(result: { ok: true; value: Value } | { ok: false; failure: unknown }): Value {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.failure)}`);
  return result.value;
}
