import { wakeAfterCommit } from '#/server/lib/bell.ts';
import type { Tx } from '#/server/lib/db.ts';
import { liveChannel, type Recipient } from './model.ts';

const longestPayload = 8_000;

/**
 * Tells browsers, when the caller's transaction commits and only then. A payload says what changed (ids, a state, a
 * number), never a secret; a page that needs more asks for it.
 */
export async function publish(
  tx: Pick<Tx, '$executeRaw'>,
  event: { readonly to: Recipient; readonly topic: string; readonly payload: object },
): Promise<void> {
  const { to, topic } = event;
  const payload = JSON.stringify(event.payload);
  if (payload.length > longestPayload)
    throw new Error(`live event ${topic}: ${payload.length} characters are too many`);
  if (!/^[a-z][a-z-]*\.[a-z][a-z-]*$/.test(topic)) throw new Error(`live event ${topic}: a topic is room.what`);
  const userId = typeof to === 'object' ? to.userId : null;
  const audience = typeof to === 'object' ? 'user' : to;
  await tx.$executeRaw`INSERT INTO live_events (user_id, audience, topic, payload)
    VALUES (${userId}::uuid, ${audience}, ${topic}, ${payload}::jsonb)`;
  wakeAfterCommit(tx, liveChannel);
}
