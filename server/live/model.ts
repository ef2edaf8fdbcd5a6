/**
 * Words of this room.
 * - event: something a browser is told as soon as it is committed: a topic and a small payload of ids and numbers.
 * - audience: whom it is for: one user, every signed-in admin, everybody who is signed in.
 * - place: how far a reader has read. Not an event's number: numbers are given before the commit, so a higher one can
 *   be visible first. It is a snapshot of the database's transactions: read is what that snapshot saw.
 * - reset: a place from which nothing can be continued (too old, of another database): fetch everything again.
 */
/** Where the bell rings that events were committed. */
export const liveChannel = 'stardesk_live';

export type Audience = 'user' | 'admins' | 'everybody';
export type Recipient = { readonly userId: string } | 'admins' | 'everybody';

export interface Reader {
  readonly userId: string;
  readonly isAdmin: boolean;
}
export interface LiveEvent {
  readonly id: string;
  readonly userId: string | null;
  readonly audience: Audience;
  readonly topic: string;
  /** JSON text, passed on as it is. */
  readonly payload: string;
}

export function mayRead(reader: Reader, event: Pick<LiveEvent, 'audience' | 'userId'>): boolean {
  if (event.audience === 'user') return event.userId === reader.userId;
  return event.audience === 'everybody' || reader.isAdmin;
}

export interface Place {
  /** Which database it is of: a restored copy has another past. */
  readonly epoch: string;
  readonly takenAtSeconds: number;
  /** `pg_current_snapshot()` as text: xmin:xmax:in progress. */
  readonly snapshot: string;
}

/** A place older than this starts anew; events are kept an hour longer (data.ts). */
export const placeLifeSeconds = 24 * 3600;
const longestPlace = 8_000;
const placePattern = /^([0-9a-f]{12})\.(\d{10,12})\.(\d{1,20}:\d{1,20}:(?:\d{1,20}(?:,\d{1,20})*)?)$/;

export function formatPlace({ epoch, takenAtSeconds, snapshot }: Place): string {
  return `${epoch}.${takenAtSeconds}.${snapshot}`;
}

/** Null when it is no place of ours. It comes from a header: anything can stand there. */
export function parsePlace(text: string): Place | null {
  const [, epoch, takenAt, snapshot] = (text.length <= longestPlace && placePattern.exec(text)) || [];
  if (!epoch || !takenAt || !snapshot) return null;
  const [xmin = '0', xmax = '0', inProgress = ''] = snapshot.split(':');
  const between = inProgress ? inProgress.split(',').map(BigInt) : [];
  // PostgreSQL refuses what is not in order, with an error.
  const inOrder = [BigInt(xmin), ...between].every((xid, at, all) => at < 2 || xid > (all[at - 1] ?? 0n));
  const inRange = between.every((xid) => xid >= BigInt(xmin) && xid < BigInt(xmax));
  const fits = BigInt(xmin) > 0n && BigInt(xmin) <= BigInt(xmax) && BigInt(xmax) < 2n ** 63n;
  return inOrder && inRange && fits ? { epoch, takenAtSeconds: Number(takenAt), snapshot } : null;
}

/** Whether a reader who was at `place` can go on from it, now that the database is at `current`. */
export function canContinue(place: Place, current: Place): boolean {
  if (place.epoch !== current.epoch) return false;
  if (current.takenAtSeconds - place.takenAtSeconds > placeLifeSeconds) return false;
  // A transaction of the future: the database was put back to an earlier state.
  return xmaxOf(place) <= xmaxOf(current);
}

function xmaxOf({ snapshot }: Place): bigint {
  return BigInt(snapshot.split(':')[1] ?? '0');
}
