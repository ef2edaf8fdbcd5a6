/**
 * Words of this room.
 * - update: one thing Telegram tells our bot: a message, a pressed button, a payment.
 * - inbox: every update, once, from the moment it came; webhook and polling fill it, a worker empties it.
 * - claim: one worker's hold on an update. It ends by itself after `leaseMs`: a killed worker's update is taken again.
 * - dead: given up after `mostAttempts`; the admin sees it and may have it handled once more.
 */
/** Where the bell rings that an update was committed. */
export const inboxChannel = 'stardesk_inbox';

export const mostAttempts = 5;
/** A handler may take so long; heavier work is a job of the queue. */
export const handlingDeadlineMs = 45_000;
/** Longer than any handling, shorter than anybody's patience after a crash. */
export const leaseMs = 90_000;

const backoffMs = [1_000, 5_000, 20_000, 60_000];

/** When an update is tried again that failed for the `attempts`-th time; null: never. */
export function retryDelayMs(attempts: number): number | null {
  return attempts >= mostAttempts ? null : (backoffMs[attempts - 1] ?? backoffMs.at(-1) ?? null);
}
