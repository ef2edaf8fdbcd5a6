import type { Deps } from '#/server/lib/deps.ts';
import { fail, type Result, succeed } from '#/server/lib/errors.ts';
import { botIdOf, installationBotToken } from '#/server/users/setup/bot-token/service.ts';
import { keepUpdates } from './data.ts';
import { readUpdate } from './read-update.ts';

type ReceiveDeps = Pick<Deps, 'pool' | 'db' | 'config' | 'envelopes' | 'clock'>;

/** The webhook's use case: when this returns, the update is committed, now or by an earlier delivery. */
export async function receiveUpdate(deps: ReceiveDeps, body: Buffer): Promise<Result<void, 'invalid_input'>> {
  const update = readUpdate(body.toString('utf8'));
  if (!update) return fail('invalid_input', { fields: 'body' });
  await keepUpdates(deps.pool, await botIdFor(deps), [update]);
  return succeed();
}

/** The token can be changed in the set-up while we run: asked again after this long. */
const keepBotIdMs = 10_000;
const kept = new WeakMap<object, { id: bigint; untilMs: number }>();

/** 0 where no bot is set up: the update is kept all the same, and nobody handles it. */
async function botIdFor(deps: ReceiveDeps): Promise<bigint> {
  const nowMs = deps.clock.monotonicMs();
  const known = kept.get(deps.pool);
  if (known && known.untilMs > nowMs) return known.id;
  const token = await installationBotToken(deps);
  const id = BigInt((token && botIdOf(token)) ?? 0);
  kept.set(deps.pool, { id, untilMs: nowMs + keepBotIdMs });
  return id;
}
