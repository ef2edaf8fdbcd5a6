import type { Deps } from '#/server/lib/deps.ts';
import { discardDeadLetters, retryDeadLetters } from '#/server/queue/dead-letters.ts';
import { recordAudit } from '#/server/users/audit/service.ts';

interface Asked {
  readonly ids: readonly string[];
  readonly adminId: string;
  readonly address: string;
  readonly now: Date;
}
type QueueDeps = Pick<Deps, 'db' | 'pool'>;

/** Back into their queues, with all their attempts. */
export async function retryLetters(deps: QueueDeps, asked: Asked): Promise<{ count: number }> {
  const count = await retryDeadLetters(deps, asked);
  await writeDown(deps, 'queue.dead_retried', count, asked);
  return { count };
}

/** Thrown away, for good. */
export async function discardLetters(deps: QueueDeps, asked: Asked): Promise<{ count: number }> {
  const count = await discardDeadLetters(deps, asked);
  await writeDown(deps, 'queue.dead_discarded', count, asked);
  return { count };
}

async function writeDown({ db }: QueueDeps, action: `queue.${string}`, count: number, asked: Asked): Promise<void> {
  if (count === 0) return;
  const { now: at, adminId: actorId, address } = asked;
  await recordAudit(db, { at, actorId, action, details: { count }, address });
}
