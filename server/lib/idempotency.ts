import { createHash } from 'node:crypto';
import type { Deps } from './deps.ts';
import { sealedAt, sealedColumns } from './sealed-places.ts';
import { Secret } from './secret.ts';

/**
 * "Once, however often it is sent" for callers that repeat after a lost answer (table idempotent_replies).
 * The key is claimed in its own statement before the work and answered after it. A crash in between leaves a claim
 * without an answer: nobody can know what was done, so it is not done again, unless the work says that it may be.
 */
export interface Claim {
  readonly ownerId: string;
  readonly key: string;
  /** Digest of what is asked: the same key with another request is a mistake of the caller. */
  readonly requestHash: string;
  readonly now: Date;
}
export interface Reply {
  readonly status: number;
  readonly body: string;
}
export type Claimed =
  | { readonly kind: 'run' }
  | { readonly kind: 'replay'; readonly reply: Reply }
  | { readonly kind: 'in_progress' }
  | { readonly kind: 'mismatch' }
  | { readonly kind: 'unknown' };

export const keepRepliesMs = 24 * 3_600_000;
/** Far above what any request takes: a claim this old without an answer belongs to a process that died. */
export const claimLeaseMs = 120_000;

type Needs = Pick<Deps, 'pool' | 'envelopes'>;

export async function claimKey(deps: Needs, claim: Claim, repeatsSafely: boolean): Promise<Claimed> {
  const { ownerId, key, requestHash, now } = claim;
  const forgottenBefore = new Date(now.getTime() - keepRepliesMs);
  const abandonedBefore = new Date(now.getTime() - claimLeaseMs);
  // One statement decides who runs: the first, or whoever comes to a row that is past keeping, or to an abandoned one
  // that may be repeated.
  const claimed = await deps.pool.query(
    `INSERT INTO idempotent_replies (owner_id, key, request_hash, created_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (owner_id, key) DO UPDATE
       SET request_hash = excluded.request_hash, created_at = excluded.created_at,
           status = NULL, body = NULL, answered_at = NULL
       WHERE idempotent_replies.created_at < $5
          OR ($7 AND idempotent_replies.answered_at IS NULL AND idempotent_replies.created_at < $6
              AND idempotent_replies.request_hash = excluded.request_hash)
     RETURNING 1`,
    [ownerId, key, requestHash, now, forgottenBefore, abandonedBefore, repeatsSafely],
  );
  if (claimed.rowCount === 1) return { kind: 'run' };
  const { rows } = await deps.pool.query<Row>(
    'SELECT request_hash, status, body, created_at FROM idempotent_replies WHERE owner_id = $1 AND key = $2',
    [ownerId, key],
  );
  const [row] = rows;
  // Released between the two statements: the caller's repeat will find it free.
  if (!row) return { kind: 'in_progress' };
  if (row.request_hash !== requestHash) return { kind: 'mismatch' };
  if (row.status === null || row.body === null) {
    return { kind: row.created_at < abandonedBefore ? 'unknown' : 'in_progress' };
  }
  const body = open(deps, claim, row.body);
  return body === null ? { kind: 'unknown' } : { kind: 'replay', reply: { status: row.status, body } };
}

interface Row {
  request_hash: string;
  status: number | null;
  body: string | null;
  created_at: Date;
}

/** Answers hold what people own: they lie sealed. Nothing but a claim of ours is answered. */
export async function answerKey(deps: Needs, claim: Claim, reply: Reply, answeredAt: Date): Promise<void> {
  const body = deps.envelopes.seal(new Secret(reply.body), placeOf(claim));
  await deps.pool.query(
    `UPDATE idempotent_replies SET status = $4, body = $5, answered_at = $6
     WHERE owner_id = $1 AND key = $2 AND created_at = $3 AND answered_at IS NULL`,
    [claim.ownerId, claim.key, claim.now, reply.status, body, answeredAt],
  );
}

/** Nothing was done (refused at the door, too many tries): the key is free again. */
export async function releaseKey(deps: Pick<Deps, 'pool'>, { ownerId, key, now }: Claim): Promise<void> {
  await deps.pool.query(
    'DELETE FROM idempotent_replies WHERE owner_id = $1 AND key = $2 AND created_at = $3 AND answered_at IS NULL',
    [ownerId, key, now],
  );
}

/** A few at a time, by whoever comes along. */
export async function forgetOldReplies(deps: Pick<Deps, 'pool'>, now: Date): Promise<void> {
  await deps.pool.query(
    `DELETE FROM idempotent_replies WHERE ctid IN
       (SELECT ctid FROM idempotent_replies WHERE created_at < $1 ORDER BY created_at LIMIT 20 FOR UPDATE SKIP LOCKED)`,
    [new Date(now.getTime() - keepRepliesMs)],
  );
}

export function requestHashOf(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest('hex');
}

/** Null when SECRET_KEY changed meanwhile: what was answered cannot be read any more. */
function open({ envelopes }: Needs, claim: Claim, body: string): string | null {
  try {
    return envelopes.open(body, placeOf(claim)).reveal();
  } catch {
    return null;
  }
}
function placeOf({ ownerId, key }: Claim) {
  return sealedAt(sealedColumns.replies, { row: key, owner: ownerId });
}
