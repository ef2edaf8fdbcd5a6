import type { Deps } from '#/server/lib/deps.ts';
import { type DrainResult, drainLoop } from '#/server/lib/drain-loop.ts';
import { metrics } from '#/server/lib/metrics.ts';
import { withSpan } from '#/server/lib/tracing.ts';
import { type ClaimedUpdate, claimUpdates, endUpdate, nextRetry, postponeUpdate } from './data.ts';
import { handlingDeadlineMs, leaseMs, mostAttempts, retryDelayMs } from './model.ts';

type DrainDeps = Pick<Deps, 'pool' | 'clock' | 'log'>;
export interface Inbox {
  /** From the inbox's bell. */
  wake(): void;
  /** Takes nothing more; what is under way may end within `graceMs`, the rest is given back. */
  stop(graceMs: number): Promise<void>;
}

const chatsAtOnce = 16;
/** The bell may not have rung (lib/bell.ts). */
const anywayMs = 1_000;

/** Handles what lies in one bot's inbox: chats side by side, one chat's updates one after another. */
export function startInbox(
  deps: DrainDeps,
  { botId, handle }: { botId: bigint; handle: (update: object) => Promise<void> },
): Inbox {
  const { pool, clock, log } = deps;
  const underWay = new Map<ClaimedUpdate, Promise<void>>();
  const loop = drainLoop({ name: 'inbox', clock, log, anywayMs, round });
  loop.wake();

  async function round(): Promise<DrainResult> {
    const limit = chatsAtOnce - underWay.size;
    // The next that ends wakes the loop.
    if (limit === 0) return null;
    const claimed = await claimUpdates(pool, { botId, now: clock.now(), leaseMs, limit });
    for (const update of claimed) {
      const ending = handleOne(deps, botId, update, handle).finally(() => {
        underWay.delete(update);
        loop.wake();
      });
      underWay.set(update, ending);
    }
    if (claimed.length === limit) return 'again';
    const retryAt = await nextRetry(pool, botId);
    return retryAt && Math.max(20, retryAt.getTime() - clock.nowMs());
  }

  return {
    wake: loop.wake,
    async stop(graceMs) {
      await loop.stop();
      const grace = clock.deadline(graceMs);
      const over = new Promise((resolve) => grace.signal.addEventListener('abort', resolve, { once: true }));
      await Promise.race([Promise.all(underWay.values()), over]);
      grace.cancel();
      // As if the lease had ended: the next worker need not wait for that.
      const now = clock.now();
      await Promise.allSettled(
        [...underWay.keys()].map((update) => postponeUpdate(pool, { botId, ...update }, now, 'the worker stopped')),
      );
    },
  };
}

async function handleOne(
  deps: DrainDeps,
  botId: bigint,
  update: ClaimedUpdate,
  handle: (update: object) => Promise<void>,
): Promise<void> {
  const { clock, log } = deps;
  const startedMs = clock.monotonicMs();
  const claim = { botId, updateId: update.updateId, attempts: update.attempts };
  // Began too often and never ended: each time the worker died over it.
  const error =
    update.attempts > mostAttempts
      ? new Error('workers died while handling it')
      : await withSpan('update', { 'update.id': String(update.updateId) }, () => attempt(deps, update, handle));
  const delayMs = error === null ? null : retryDelayMs(update.attempts);
  const outcome = error === null ? 'handled' : delayMs === null ? 'dead' : 'retry';
  await persist(deps, async () => {
    const now = clock.now();
    if (delayMs === null) await endUpdate(deps.pool, claim, now, error === null ? null : messageOf(error));
    else await postponeUpdate(deps.pool, claim, new Date(now.getTime() + delayMs), messageOf(error));
  });
  const ms = clock.monotonicMs() - startedMs;
  metrics()
    .updates.labels(outcome)
    .observe(ms / 1000);
  log[outcome === 'handled' ? 'info' : outcome === 'dead' ? 'error' : 'warn']({
    event: 'update',
    updateId: String(update.updateId),
    kind: Object.keys(update.payload).find((name) => name !== 'update_id') ?? 'unknown',
    attempt: update.attempts,
    outcome,
    waitedMs: Math.max(0, clock.nowMs() - update.receivedAt.getTime() - Math.round(ms)),
    ms: Math.round(ms * 10) / 10,
    ...(error !== null && { err: error }),
  });
}

async function attempt(
  { clock }: DrainDeps,
  { payload }: ClaimedUpdate,
  handle: (update: object) => Promise<void>,
): Promise<unknown> {
  const deadline = clock.deadline(handlingDeadlineMs);
  const tooLong = new Promise<unknown>((resolve) => {
    deadline.signal.addEventListener('abort', () => resolve(deadline.signal.reason), { once: true });
  });
  try {
    return await Promise.race([handle(payload).then(() => null), tooLong]);
  } catch (error) {
    return error ?? new Error('the handler threw nothing');
  } finally {
    deadline.cancel();
  }
}

/** It happened; what remains is to write that down, or it happens again. Worth some patience with the database. */
async function persist({ clock, log }: DrainDeps, write: () => Promise<void>): Promise<void> {
  const untilMs = clock.monotonicMs() + leaseMs - handlingDeadlineMs;
  for (;;) {
    try {
      return await write();
    } catch (error) {
      log.warn({ event: 'update_not_marked', err: error });
      if (clock.monotonicMs() > untilMs) return;
      await clock.sleep(1_000);
    }
  }
}

function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 500);
}
