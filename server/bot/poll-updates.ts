import { type Api, GrammyError } from 'grammy';
import type { Deps } from '#/server/lib/deps.ts';
import { type ApiSignal, allowedUpdates } from './api-client.ts';
import { keepUpdates } from './inbox/data.ts';
import { updateOf } from './inbox/read-update.ts';
import { plainError } from './plain-error.ts';
import { holdLock } from './sole-holder.ts';

type PollDeps = Pick<Deps, 'config' | 'pool' | 'clock' | 'log'>;

const waitSeconds = 25;
const firstRetryMs = 1_000;
const lastRetryMs = 30_000;

/**
 * Where Telegram cannot reach us we ask, into the same inbox. One worker asks, whatever their number: a second one
 * would be refused. Telegram forgets an update when we ask for the one after it, so that happens only after the commit.
 */
export function startPolling(deps: PollDeps, api: Api, botId: bigint): { stop(): Promise<void> } {
  return holdLock(deps, `stardesk poller ${botId}`, (signal) => poll(deps, api, botId, signal));
}

async function poll({ pool, clock, log }: PollDeps, api: Api, botId: bigint, signal: AbortSignal): Promise<void> {
  let offset: number | undefined;
  let retryMs = firstRetryMs;
  while (!signal.aborted) {
    try {
      const updates = await api.getUpdates(
        { offset, limit: 100, timeout: waitSeconds, allowed_updates: allowedUpdates },
        signal as ApiSignal,
      );
      if (updates.length > 0) {
        await keepUpdates(
          pool,
          botId,
          updates.flatMap((update) => updateOf(update) ?? []),
        );
        offset = Math.max(...updates.map(({ update_id }) => update_id)) + 1;
      }
      retryMs = firstRetryMs;
    } catch (error) {
      if (signal.aborted) return;
      const waitMs = await handleFailure(error);
      await clock.sleep(waitMs, signal);
    }
  }

  async function handleFailure(error: unknown): Promise<number> {
    retryMs = Math.min(retryMs * 2, lastRetryMs);
    if (!(error instanceof GrammyError)) {
      log.warn({ event: 'polling_failed', retryMs, err: plainError(error) });
      return retryMs;
    }
    const { error_code: status, description, parameters } = error;
    log.warn({ event: 'polling_refused', status, description, retryMs });
    if (status === 429) return (parameters.retry_after ?? 1) * 1000;
    // A webhook of former days stands in the way; what waits for it is not thrown away.
    if (status === 409 && /webhook/i.test(description)) {
      await api.deleteWebhook({ drop_pending_updates: false }).catch(() => {});
      return firstRetryMs;
    }
    return retryMs;
  }
}
